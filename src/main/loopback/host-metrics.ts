import type { Health } from '../../shared/contract/app.ts';

interface CallCount {
  count: number;
  totalMs: number;
}

/** Counts what the host really did, and writes it as Prometheus text. */
export class HostMetrics {
  readonly #requests = new Map<string, number>();
  readonly #calls = new Map<string, CallCount>();
  #uploadedBytes = 0;

  countRequest(route: string, status: number): void {
    const labels = `route="${route}",status="${status}"`;
    this.#requests.set(labels, (this.#requests.get(labels) ?? 0) + 1);
  }

  /** `outcome` is `ok` or an error code. A name that is not a method is counted as such, so that callers cannot make labels. */
  countCall(method: string, outcome: string, elapsedMs: number): void {
    const labels = `method="${outcome === 'app.method' ? 'unknown' : method}",outcome="${outcome}"`;
    const call = this.#calls.get(labels) ?? { count: 0, totalMs: 0 };
    call.count += 1;
    call.totalMs += elapsedMs;
    this.#calls.set(labels, call);
  }

  countUpload(bytes: number): void {
    this.#uploadedBytes += bytes;
  }

  render(health: Health, stream: { readonly clients: number; readonly pushes: number }): string {
    const memory = process.memoryUsage();
    const calls = [...this.#calls];
    const facts = health.components.flatMap((component) =>
      Object.entries(component.facts).flatMap(([fact, value]): [string, number][] =>
        typeof value === 'number' ? [[`component="${component.name}",fact="${fact}"`, value]] : [],
      ),
    );
    return [
      ...family('chartroom_requests_total', 'counter', 'HTTP requests by route and status', [...this.#requests]),
      ...family('chartroom_calls_total', 'counter', 'Method calls by outcome', calls.map(([labels, call]) => [labels, call.count])),
      ...family('chartroom_call_milliseconds_total', 'counter', 'Time spent in method calls', calls.map(([labels, call]) => [labels, call.totalMs])),
      ...family('chartroom_event_clients', 'gauge', 'Open event streams', [['', stream.clients]]),
      ...family('chartroom_event_pushes_total', 'counter', 'Pushes of events', [['', stream.pushes]]),
      ...family('chartroom_uploaded_bytes_total', 'counter', 'Bytes of files handed over', [['', this.#uploadedBytes]]),
      ...family('chartroom_component_ok', 'gauge', '1 when the component is well', health.components.map((component) => [`component="${component.name}"`, component.state === 'ok' ? 1 : 0])),
      ...family('chartroom_component_fact', 'gauge', 'Figures of the components', facts),
      ...family('process_resident_memory_bytes', 'gauge', 'Resident memory', [['', memory.rss]]),
      ...family('process_heap_bytes', 'gauge', 'Used heap', [['', memory.heapUsed]]),
      ...family('process_uptime_seconds', 'gauge', 'Time since the start', [['', process.uptime()]]),
      '',
    ].join('\n');
  }
}

function family(name: string, type: 'counter' | 'gauge', help: string, samples: readonly (readonly [string, number])[]): readonly string[] {
  if (samples.length === 0) return [];
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples.map(([labels, value]) => `${name}${labels === '' ? '' : `{${labels}}`} ${value}`)];
}
