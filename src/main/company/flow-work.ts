import type { JobFailure } from '../../shared/contract/jobs.ts';
import type { SymbolWork } from '../jobs/job-work.ts';
import type { Clock } from '../ports.ts';
import type { Flow } from '../providers/provider.ts';
import type { FactsChunk } from '../store/company-facts.ts';
import type { Store } from '../store/store.ts';
import type { FlowDesk } from './flow-desk.ts';
import { settleAnswer } from './settle-answer.ts';

interface FlowWorkParts {
  readonly desk: FlowDesk;
  readonly store: Pick<Store, 'read' | 'write'>;
  readonly clock: Clock;
  /** Symbols stored at once. */
  readonly batch: number;
}

type WrittenFlow = NonNullable<FactsChunk['flows']>[number];

/** Sources add a day a session: one look after the close, and one at night where that failed. */
const maxAgeMs = 12 * 3_600_000;

/** Fetches the money flow of symbols and stores what is new in it; what no source covers is left out, and one that fails stops no other. */
export function flowWork({ desk, store, clock, batch }: FlowWorkParts): SymbolWork {
  return async (symbols, signal, progress) => {
    const wanted = symbols.filter(desk.covers);
    const failures: JobFailure[] = [];
    let gathered: WrittenFlow[] = [];
    let done = 0;
    for (const [index, symbol] of wanted.entries()) {
      signal.throwIfAborted();
      const answer = await settleAnswer(desk.read(symbol, maxAgeMs), symbol, failures, signal);
      if (answer !== null) gathered.push(...newDays(store, symbol, answer.source, answer.value));
      if (answer?.problem === null) done += 1;
      progress(index + 1, wanted.length);
      if ((index + 1) % batch !== 0 && index + 1 !== wanted.length) continue;
      await write(gathered);
      gathered = [];
    }
    return { done, failures };
  };

  async function write(flows: readonly WrittenFlow[]): Promise<void> {
    for (const [source, own] of Map.groupBy(flows, (flow) => flow.source)) {
      const at = clock.now();
      const id = await store.write.beginImport(source, 'flow', at);
      await store.write.writeFacts(id, { flows: own }, at);
      await store.write.finishImport(id, { state: 'completed', rows: own.length, rejected: 0 });
    }
  }
}

/** The days that are not stored as they are. */
function newDays({ read }: Pick<Store, 'read'>, symbol: string, source: string, days: readonly Flow[]): WrittenFlow[] {
  const instrument = read.instrument(symbol);
  if (instrument === null) return [];
  const stored = new Map(read.flows(instrument.id).filter((row) => row.source === source).map((row) => [row.day, row]));
  return days.flatMap(({ date: day, main: _main, ...figures }) => {
    const known = stored.get(day);
    const isKnown = known !== undefined && figureNames.every((name) => known[name] === figures[name]);
    return isKnown ? [] : [{ symbol: instrument.symbol, day, source, ...figures }];
  });
}

const figureNames = ['superLarge', 'large', 'medium', 'small', 'superLargePercent', 'largePercent', 'mediumPercent', 'smallPercent'] as const;
