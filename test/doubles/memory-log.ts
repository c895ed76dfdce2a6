import type { Log } from '../../src/main/ports.ts';

/** A log that keeps its lines for the test to read. */
export class MemoryLog implements Log {
  readonly lines: { readonly level: string; readonly event: string; readonly facts: Readonly<Record<string, unknown>> }[] = [];

  info(event: string, facts: Readonly<Record<string, unknown>> = {}): void {
    this.lines.push({ level: 'info', event, facts });
  }

  warn(event: string, facts: Readonly<Record<string, unknown>> = {}): void {
    this.lines.push({ level: 'warn', event, facts });
  }

  error(event: string, facts: Readonly<Record<string, unknown>> = {}): void {
    this.lines.push({ level: 'error', event, facts });
  }
}
