import { AppError, type ErrorParams } from '../../../shared/app-error.ts';
import type { ErrorCode } from '../../../shared/error-catalog.ts';
import type { ColumnRole, ImportOptions, ImportQuestion } from '../../../shared/contract/imports.ts';
import { exchangeByMic, markets, type Market } from '../../../shared/exchanges.ts';
import type { InstrumentDraft } from '../../../shared/instrument.ts';
import { knownExchange, symbolCandidates, symbolKey, type SymbolHints } from '../../../shared/symbol-text.ts';
import type { DescribeSymbol } from './bar-collector.ts';
import type { FormatTraits } from './format.ts';
import type { TableShape } from './guess-table.ts';
import { chooseCandidate } from './choose-candidate.ts';
import { symbolAsName } from './file-stem.ts';
import { instrumentDraft } from './instrument-draft.ts';

/** Whose bars a file holds. */
export interface PlannedIdentity {
  readonly columns: readonly ColumnRole[];
  /** The symbol of every row, where no column names it. */
  readonly symbol: string | null;
  readonly describe: DescribeSymbol;
  /** Keys of the sample's instruments, up to 20. */
  readonly keys: readonly string[];
  readonly first: InstrumentDraft | null;
  readonly market: Market | undefined;
}

type Ask = (field: ImportQuestion['field'], code: ErrorCode, params: ErrorParams, choices: readonly string[]) => void;

const shownSymbols = 20;
const longestName = 200;
/** A symbol has 40 characters at most; what is longer is cut where it is shown. */
const longestSymbol = 40;

/** Settles the instruments of a file: the one given, the ones a column names, or the one its title or name tells; else it asks. */
export function planIdentity(name: string, table: TableShape, traits: FormatTraits, options: ImportOptions, ask: Ask): PlannedIdentity {
  if (options.exchange !== undefined && knownExchange(options.exchange) === null) throw new AppError('import.exchange', { exchange: options.exchange });
  const symbolAt = table.columns.indexOf('symbol');
  const named = symbolAt < 0 ? [] : [...new Set(table.rows.map(({ cells }) => cells?.[symbolAt]?.trim() ?? '').filter((cell) => cell !== ''))];
  if (options.symbol !== undefined && named.length > 1) throw new AppError('import.manySymbols', { symbols: named.slice(0, 3).join(', ') });
  const useColumn = options.symbol === undefined && named.length > 0;
  const hints = { market: options.market ?? traits.market, exchange: options.exchange ?? traits.exchange };
  const symbol = useColumn ? null : options.symbol ?? traits.symbol ?? symbolAsName(name, { market: options.market, exchange: options.exchange });
  const names = companyNames(table, symbolAt);
  const single = !useColumn || named.length === 1;

  // A list of shares holds no index: where the unmistakable codes of a file are shares, the others are.
  const kind = traits.kind ?? (named.length > 1 && mostlyShares(named, hints) ? 'stock' : undefined);
  const companyOf = (text: string): string | null => names.get(text) ?? (single ? traits.company?.slice(0, longestName).toWellFormed() ?? null : null);

  const describe: DescribeSymbol = (text) => {
    const name = companyOf(text);
    const candidate = chooseCandidate(symbolCandidates(text, hints), { company: name, kind });
    if (candidate === null) return null;
    const chinese = name !== null && /\p{Script=Han}/u.test(name);
    return instrumentDraft(candidate, { currency: options.currency ?? traits.currency ?? null, nameEn: chinese ? null : name, nameZh: chinese ? name : null });
  };

  const texts = useColumn ? named : symbol === null ? [] : [symbol];
  if (texts.length === 0) ask('symbol', 'import.askSymbol', {}, []);
  // One odd name among many is a matter of its row; asked is what stops all of them, or the only one.
  const drafts = texts.flatMap((text) => describe(text) ?? []);
  if (texts.length > 0 && drafts.length * 2 < texts.length) askIdentity(texts.find((text) => describe(text) === null) ?? '', hints, ask);
  const first = drafts[0] ?? null;
  return {
    columns: table.columns.map((role) => (role === 'symbol' && !useColumn ? 'ignore' : role)),
    symbol,
    describe,
    keys: drafts.slice(0, shownSymbols).map(symbolKey),
    first,
    market: hints.market ?? marketOf(first),
  };
}

function askIdentity(text: string, hints: { readonly market?: Market | undefined; readonly exchange?: string | undefined }, ask: Ask): void {
  const candidates = symbolCandidates(text, hints);
  const symbol = text.length > longestSymbol ? `${text.slice(0, longestSymbol).toWellFormed()}…` : text;
  if (candidates.length > 1) {
    const keys = candidates.map(symbolKey);
    ask('symbol', 'import.askInstrument', { symbol, choices: keys.join(', ') }, keys);
  } else if (hints.market === undefined) ask('market', 'import.askMarket', { symbol }, markets);
  else ask('symbol', 'import.badSymbol', { symbol, market: hints.exchange ?? hints.market }, []);
}

function mostlyShares(texts: readonly string[], hints: SymbolHints): boolean {
  const plain = texts.map((text) => symbolCandidates(text, hints)).filter((candidates) => candidates.length === 1);
  return plain.length > 0 && plain.every(([candidate]) => candidate?.kind === 'stock');
}

function marketOf(draft: InstrumentDraft | null): Market | undefined {
  if (draft === null) return undefined;
  if (draft.mic === 'INDEX' && draft.zone === 'Asia/Shanghai') return 'CN';
  return exchangeByMic(draft.mic)?.market;
}

/** The company's name by symbol text, where a column gives it. */
function companyNames(table: TableShape, symbolAt: number): Map<string, string> {
  const nameAt = table.columns.indexOf('name');
  const names = new Map<string, string>();
  if (nameAt < 0) return names;
  for (const { cells } of table.rows) {
    const [symbol, name] = [symbolAt < 0 ? '' : cells?.[symbolAt]?.trim() ?? '', cells?.[nameAt]?.trim() ?? ''];
    if (name !== '') names.set(symbol, name.slice(0, longestName).toWellFormed());
  }
  return names;
}
