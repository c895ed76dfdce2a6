import { BarFlag } from '../../../shared/bar-flag.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import { AppError } from '../../../shared/app-error.ts';
import type { InstrumentDraft } from '../../../shared/instrument.ts';
import type { TradingDate } from '../../../shared/time.ts';
import type { ImportChunk } from '../../store/import-store.ts';
import { allocateRow, BarRow } from './bar-row.ts';
import { ColumnPool } from './column-pool.ts';
import { ImportTally } from './import-tally.ts';
import { importLimits } from './limits.ts';
import { judgeRow, type RowPolicy, type RowRule } from './row-rules.ts';
import { SeriesBuilder } from './series-builder.ts';

/** The bars of one instrument taken out of the collector. */
export interface CollectedSeries {
  readonly instrument: InstrumentDraft;
  readonly columns: BarColumns;
}

interface OpenSeries extends SeriesBuilder {
  readonly instrument: InstrumentDraft;
  /** Whether it ever got a bar. */
  used: boolean;
}

export type CollectedAction = ImportChunk['actions'][number];

/** Names the instrument of a symbol cell; null where the text is no symbol. */
export type DescribeSymbol = (text: string) => InstrumentDraft | null;

const chunkRows = 65_536;
/** A file sorted by date touches every series all the time: then more is held back, so that each series is written seldom. */
const interleavedRows = 4_000_000;

/** Gathers rows into series, applies the row rules, and hands series out in chunks. */
export class BarCollector {
  readonly tally = new ImportTally();
  /** The row under way; readers fill it and call `add`. */
  readonly row = allocateRow();
  readonly #describe: DescribeSymbol;
  readonly #policy: RowPolicy;
  readonly #latest: number;
  readonly #pool = new ColumnPool();
  readonly #source: string;
  readonly #actions: CollectedAction[] = [];
  readonly #series = new Map<string, OpenSeries | null>();
  readonly #byKey = new Map<string, OpenSeries>();
  #current: OpenSeries | null = null;
  #buffered = 0;
  #interleaved = false;
  #first = Infinity;
  #last = -Infinity;

  /** `latest`: the greatest time a bar may have. `source`: what corporate actions are said to come from. */
  constructor(describe: DescribeSymbol, policy: RowPolicy, latest: number, source: string) {
    this.#source = source;
    this.#describe = describe;
    this.#policy = policy;
    this.#latest = latest;
  }

  /** The series of a symbol cell; null where the text names none. */
  series(text: string): SeriesBuilder | null {
    const known = this.#series.get(text);
    if (known !== undefined) return known;
    if (this.#series.size >= importLimits.symbols) throw new AppError('import.tooManySymbols', { limit: importLimits.symbols });
    const instrument = this.#describe(text);
    let series: OpenSeries | null = null;
    if (instrument !== null) {
      const key = `${instrument.mic}:${instrument.code}`;
      series = this.#byKey.get(key) ?? Object.assign(new SeriesBuilder(this.#pool), { instrument, used: false });
      this.#byKey.set(key, series);
    }
    this.#series.set(text, series);
    return series;
  }

  /** Takes in the bar that stands in `row`; the rule that keeps it out, or null. */
  add(builder: SeriesBuilder): RowRule | null {
    const series = builder as OpenSeries;
    const row = this.row;
    const rule = judgeRow(row, this.#policy);
    if (rule !== null) return rule;
    const time = row[BarRow.time] ?? NaN;
    if (time > this.#latest) return 'future';
    const twin = series.find(time);
    if (twin >= 0) return series.equals(twin, row) ? 'duplicate' : 'conflict';
    if (series !== this.#current) {
      if (series.length > 0) this.#interleaved = true;
      this.#current = series;
    }
    series.used = true;
    series.push(row);
    this.#buffered += 1;
    if (time < this.#first) this.#first = time;
    if (time > this.#last) this.#last = time;
    if (row[BarRow.flags] !== 0) this.#countFlags(row[BarRow.flags] ?? 0);
    return null;
  }

  /** A dividend or split that a row of the series names. */
  addAction(builder: SeriesBuilder, kind: 'dividend' | 'split', day: number, value: number): void {
    const { instrument } = builder as OpenSeries;
    this.#actions.push({
      symbol: `${instrument.mic}:${instrument.code}`, kind, exDate: day as TradingDate, value, announcedAt: null, price: null, source: this.#source,
    });
  }

  /** The actions of all rows taken in since the last call. */
  takeActions(): CollectedAction[] {
    return this.#actions.splice(0);
  }

  /** Keys of the instruments that got a bar. */
  get symbols(): string[] {
    return [...this.#byKey].flatMap(([key, { used }]) => (used ? [key] : []));
  }

  /** First and last time of all bars taken in; NaN when there is none. */
  get span(): readonly [number, number] {
    return this.#first > this.#last ? [NaN, NaN] : [this.#first, this.#last];
  }

  /** Series ready to be written, in groups of about 65,536 bars; all of them when `final`. */
  *take(final: boolean): Generator<CollectedSeries[]> {
    const limit = this.#interleaved ? interleavedRows : chunkRows;
    if (!final && this.#buffered < limit) return;
    let group: CollectedSeries[] = [];
    let rows = 0;
    for (const series of this.#byKey.values()) {
      // The series still being read is left whole where that does not hold back much.
      if (series.length === 0 || (!final && series === this.#current && series.length < limit / 2)) continue;
      rows += series.length;
      this.#buffered -= series.length;
      group.push({ instrument: series.instrument, columns: series.take() });
      if (rows >= chunkRows) {
        yield group;
        [group, rows] = [[], 0];
        if (!final && this.#buffered < limit) return;
      }
    }
    if (group.length > 0) yield group;
  }

  #countFlags(flags: number): void {
    if ((flags & BarFlag.filled) !== 0) this.tally.repaired('filled');
    if ((flags & BarFlag.range) !== 0) this.tally.repaired('range');
  }
}
