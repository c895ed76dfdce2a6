import { AppError, type ErrorParams, type ErrorReply } from '../../../shared/app-error.ts';
import type { ErrorCode } from '../../../shared/error-catalog.ts';
import type { Basis } from '../../../shared/basis.ts';
import type { DateFormat, ImportOptions, ImportQuestion } from '../../../shared/contract/imports.ts';
import { isIntraday, type Frequency } from '../../../shared/frequency.ts';
import type { Market } from '../../../shared/exchanges.ts';
import type { InstrumentDraft } from '../../../shared/instrument.ts';
import type { Format, FormatTraits } from './format.ts';
import { checkAmounts, type AmountCheck } from './check-amounts.ts';
import { guessDecimal } from './guess-decimal.ts';
import { guessTable, tableDateFormats, type TableShape } from './guess-table.ts';
import { headerRoles } from './header-words.ts';
import { inferFrequency } from './infer-frequency.ts';
import { planIdentity } from './plan-identity.ts';
import { planUnits } from './plan-units.ts';
import { readMoment, readTimeOfDay, type Moment } from './read-moment.ts';
import type { ReadPlan } from './read-plan.ts';
import { stampsBarEnd } from './stamps-bar-end.ts';
import { sampleRecords, type TextSample } from './text-sample.ts';

/** What is known of the bytes before the text is looked at. */
export interface FileFacts {
  readonly encoding: string;
  readonly compressed: boolean;
}

/**
 * Decides how a text file will be read, from its sample and what the person settled. `settledDates`: the date format proved by the whole file
 * when the sample left it open; null where the whole file proves none. Errors: `import.noDate`, `import.unknownDates`, `import.noClose`, `import.noRows`,
 * `import.columns`, `import.frequency`, `import.zone`, `import.exchange`, `import.manySymbols`, `import.webPage`.
 */
export function planImport(
  sample: TextSample, facts: FileFacts, options: ImportOptions, formats: readonly Format[], settledDates?: DateFormat | null,
): ReadPlan {
  const { format, traits, table } = identify(sample, options, formats);
  if (table.rows.length === 0) throw new AppError('import.noRows');
  const questions: ImportQuestion[] = [];
  const ask = (field: ImportQuestion['field'], code: ErrorCode, params: ErrorParams, choices: readonly string[]): void => {
    questions.push({ field, error: new AppError(code, params).toReply(), choices });
  };

  const fitting = options.dateFormat === undefined ? dateFormats(table, traits, settledDates) : [options.dateFormat];
  const dateFormat = fitting[0];
  const example = cellsOf(table, 'date').find((cell) => cell.trim() !== '')?.slice(0, 40).toWellFormed() ?? '';
  if (dateFormat === undefined) throw example === '' ? new AppError('import.noDate') : new AppError('import.unknownDates', { example });
  if (fitting.length > 1) ask('dateFormat', 'import.askDateFormat', { example, choices: fitting.join(', ') }, fitting);

  const prices = ['open', 'high', 'low', 'close'].flatMap((role) => cellsOf(table, role)).slice(0, 2_000);
  const others = ['volume', 'amount', 'ignore'].flatMap((role) => cellsOf(table, role)).slice(0, 2_000);
  const decimal = options.decimal ?? guessDecimal(prices, others, table.delimiter === ';' ? cellsOf(table, 'volume') : []);
  if (decimal === null) ask('decimal', 'import.askDecimal', { example: prices.find((cell) => /[.,]/.test(cell)) ?? '' }, ['.', ',']);

  const identity = planIdentity(sample.name, table, traits, options, ask);
  const zone = options.zone ?? traits.zone ?? zoneInHeader(table) ?? identity.first?.zone ?? 'UTC';
  if (options.zone !== undefined || traits.zone !== undefined) checkZone(zone);

  const moments = readMoments(table, dateFormat, identity.columns.indexOf('symbol'));
  const guess = inferFrequency(moments);
  const freq = options.freq ?? traits.freq ?? guess.freq;
  if (freq === null) throw new AppError('import.frequency', { minutes: guess.stepMinutes });
  const { market, first } = identity;
  const check = checkAmounts(table, decimal ?? '.');
  const units = planUnits(options, traits, table, check, first?.kind === 'index' && market === 'CN');
  const adjusted = provesAdjusted(check, first);
  const basis = options.basis ?? (adjusted && traits.basis === undefined ? traits.adjustedBasis ?? 'forwardAdditive' : usualBasis(traits.basis, market, first));
  const notes: ErrorReply[] = [...units.notes];
  if (adjusted && options.basis === undefined && basis !== traits.basis) notes.push(new AppError('import.noteBasis', { basis }).toReply());
  const missing = (['open', 'high', 'low'] as const).filter((role) => !table.columns.includes(role));
  if (missing.length > 0 && missing.length < 3) notes.push(new AppError('import.noteColumns', { columns: missing.join(', ') }).toReply());
  const zoneless = isIntraday(freq) && moments.some(({ offset }) => offset === null);
  if (zoneless && options.zone === undefined && traits.zone === undefined && first?.calendar == null) notes.push(new AppError('import.noteZone', { zone }).toReply());

  const barEnds = isIntraday(freq) && (traits.stampsBarEnd ?? stampsBarEnd(moments, market) ?? false);
  if (barEnds) notes.push(new AppError('import.noteBarEnd').toReply());

  return {
    shown: {
      format: format?.id ?? 'csv',
      confidence: traits.confidence,
      encoding: facts.encoding,
      compressed: facts.compressed,
      delimiter: table.delimiter,
      decimal: decimal ?? '.',
      header: table.header,
      columns: identity.columns,
      dateFormat: fitting.length > 1 ? null : dateFormat,
      freq,
      basis,
      zone,
      currency: options.currency ?? first?.currency ?? null,
      market: market ?? null,
      exchange: first?.mic ?? null,
      volumeUnit: units.volumeUnit,
      unitCheck: check === null ? null : { perUnit: check.perUnit, close: check.close },
      symbols: identity.keys,
    },
    questions,
    notes,
    table: { ...table, columns: identity.columns },
    openDateFormats: fitting.length > 1 ? fitting : [],
    dateFormat,
    basis,
    convention: {
      freq, zone,
      everyDay: first?.calendar === '24x7',
      stampsBarEnd: barEnds,
      stampsPeriodStart: traits.stampsPeriodStart ?? stampsPeriodStart(freq, moments),
      calendar: first?.calendar ?? null,
    },
    policy: {
      negativePrices: basis === 'forwardAdditive' || first?.kind === 'future' || first?.kind === 'other',
      flatMeansSuspended: market === 'CN' && first?.kind === 'stock' && freq === '1d' && table.columns.includes('volume'),
    },
    symbol: identity.symbol,
    describe: identity.describe,
    volumeScale: units.volumeScale,
    amountScale: units.amountScale,
    extras: traits.extras ?? {},
  };
}

interface Identified {
  readonly format: Format | null;
  readonly traits: FormatTraits;
  readonly table: TableShape;
}

function identify(sample: TextSample, options: ImportOptions, formats: readonly Format[]): Identified {
  const generic = guessTable(sample);
  const found = formats
    .flatMap((format) => {
      const traits = format.recognise(sample, generic);
      return traits === null ? [] : [{ format, traits }];
    })
    .toSorted((a, b) => b.traits.confidence - a.traits.confidence)[0];
  const table = found?.traits.table ?? generic ?? chosenTable(sample, options) ?? refuse(sample);
  const columns = options.columns;
  if (columns !== undefined && (!columns.includes('date') || !columns.includes('close'))) throw new AppError('import.columns');
  return {
    format: found?.format ?? null,
    traits: found?.traits ?? { confidence: table.header === null ? 0.4 : 0.6 },
    table: columns === undefined ? table : { ...table, columns },
  };
}

/** A table whose roles only the person could name: its delimiter is the one that gives as many cells as there are roles. */
function chosenTable(sample: TextSample, { columns }: ImportOptions): TableShape | null {
  if (columns === undefined) return null;
  for (const delimiter of ['\t', ';', ',', '|', ' ']) {
    const rows = sampleRecords(sample, delimiter).filter(({ cells }) => cells?.length === columns.length);
    const first = rows[0];
    if (first === undefined || rows.length * 2 < sample.lines.length) continue;
    const header = first.cells?.some((cell) => /^[\p{L}<]/u.test(cell.trim())) === true && !first.cells.some((cell) => /^\d/.test(cell)) ? first.cells : null;
    return { delimiter, header, skipLines: header === null ? first.line - 1 : first.line, columns, rows: header === null ? rows : rows.slice(1) };
  }
  return null;
}

const serviceWords = /\b(no data|not found|limit|exceeded|quota|error|denied|forbidden|unauthori[sz]ed|unavailable|invalid|try again|api ?key|brak danych)\b|没有数据|暂无数据|超过限制|请求过于频繁|无权限/i;

function refuse(sample: TextSample): never {
  const text = sample.lines.slice(0, 50).join('\n').toLowerCase();
  if (/<!doctype html|<html|<head|<table/.test(text)) throw new AppError('import.webPage');
  const [line, ...more] = sample.lines.filter((one) => one.trim() !== '');
  if (line === undefined) throw new AppError('import.empty');
  // `Exceeded the daily hits limit`: services answer in words under the name of the file asked for.
  if (more.length === 0 && line.length <= 200 && serviceWords.test(line)) {
    throw new AppError('import.providerMessage', { message: line.trim() });
  }
  for (const delimiter of ['\t', ',', ';']) {
    const dated = sampleRecords(sample, delimiter).some(({ cells }) => headerRoles(cells ?? []).includes('date'));
    if (dated) throw new AppError('import.noClose');
  }
  throw new AppError('import.noDate');
}

function dateFormats(table: TableShape, traits: FormatTraits, settled: DateFormat | null | undefined): DateFormat[] {
  const fitting = tableDateFormats(table);
  // What a product usually writes holds unless the file was saved again by something else.
  if (traits.dateFormat !== undefined && (fitting.length === 0 || fitting.includes(traits.dateFormat))) return [traits.dateFormat];
  if (settled !== undefined && settled !== null) return [settled];
  return fitting;
}

function cellsOf(table: TableShape, role: string): string[] {
  return table.columns.flatMap((one, at) => (one === role ? table.rows.map(({ cells }) => cells?.[at] ?? '') : []));
}

/** The moments of the sample's first instrument. */
function readMoments(table: TableShape, format: DateFormat, symbolAt: number): Moment[] {
  const dateAt = table.columns.indexOf('date');
  const timeAt = table.columns.indexOf('time');
  const own = symbolAt < 0 ? undefined : table.rows[0]?.cells?.[symbolAt];
  return table.rows.flatMap(({ cells }) => {
    const moment = readMoment(cells?.[dateAt] ?? '', format);
    if (moment === null || (own !== undefined && cells?.[symbolAt] !== own)) return [];
    return [timeAt < 0 ? moment : { ...moment, ofDay: readTimeOfDay(cells?.[timeAt] ?? '') }];
  });
}

/** Weekly bars that mostly lie on a Monday or a Sunday, monthly ones in the first days: the source names the period by its start, holidays apart. */
function stampsPeriodStart(freq: Frequency, moments: readonly Moment[]): boolean {
  const mostly = (test: (day: number) => boolean): boolean => moments.filter(({ day }) => test(day)).length * 2 > moments.length;
  if (freq === '1w') return mostly((day) => (day + 3) % 7 === 0) || mostly((day) => (day + 3) % 7 === 6);
  return freq === '1M' && mostly((day) => new Date(day * 86_400_000).getUTCDate() <= 7);
}

/** A share's average price lies between low and high, unless the prices were adjusted and the amounts were not. */
function provesAdjusted(check: AmountCheck | null, first: InstrumentDraft | null): boolean {
  return check !== null && first?.kind === 'stock' && check.within < 0.5;
}

/**
 * The basis a product's prices usually have. What has no splits is as traded; US downloads are nearly always adjusted for splits; elsewhere
 * prices are taken as traded.
 */
function usualBasis(usual: Basis | undefined, market: Market | undefined, first: InstrumentDraft | null): Basis {
  if (first !== null && first.kind !== 'stock' && first.kind !== 'etf' && first.kind !== 'fund') return usual === 'forwardAdditive' ? usual : 'raw';
  return usual ?? (market === 'US' ? 'split' : 'raw');
}

/** `Gmt time`, `Date (UTC)`: the header names the zone. */
function zoneInHeader({ header, columns }: TableShape): string | null {
  return /\b(gmt|utc)\b/i.test(header?.[columns.indexOf('date')] ?? '') ? 'UTC' : null;
}

/** Looking one up takes longer than reading a small file. */
const knownZones = new Set<string>();

function checkZone(zone: string): void {
  if (knownZones.has(zone)) return;
  try {
    Intl.DateTimeFormat('en-US', { timeZone: zone });
    knownZones.add(zone);
  } catch (error) {
    throw new AppError('import.zone', { zone }, { cause: error });
  }
}
