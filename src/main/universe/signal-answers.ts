import { signalHistory, signalKinds } from '../../analysis/universe/signals.ts';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import type { SignalHistoryAnswer, SignalsAnswer } from '../../shared/contract/signals.ts';
import { AppError } from '../../shared/app-error.ts';
import { dayText } from '../../shared/day-text.ts';
import { resolveInstrument } from '../api/resolve-symbol.ts';
import { signalSettingsOf } from './signal-settings.ts';
import type { UniverseDesk } from './universe-desk.ts';
import { usualDays } from '../../analysis/universe/analyze-universe.ts';

/** Every symbol with its signals, strongest first. */
export function signalsList({ rank, only, header }: UniverseDesk, input: ParsedInput<'signals.list'>): SignalsAnswer {
  const ranked = rank(input, { metric: input.metric, settings: signalSettingsOf(input.settings) });
  const { table, signals, nameOf } = ranked;
  const wanted = only(ranked, input);
  const all = [...signals].filter(([symbol]) => wanted(symbol));
  const rows = all
    .filter(([, { strength }]) => strength >= input.minStrength)
    .slice(0, input.limit)
    .map(([symbol, found]) => ({ ...found, name: nameOf(symbol), industry: table.industries[table.industryOf[symbol] ?? -1] ?? null }));
  const fired = signalKinds.map((kind) => [kind, all.filter(([, found]) => found.rows.some(({ code, contribution }) => code === `signal.${kind}` && contribution > 0)).length]);
  return { ...header(ranked, input), rows, fired: Object.fromEntries(fired) };
}

/** Which of hot, jump and steady fired for a symbol on the last dates. */
export function signalsHistory({ rank }: UniverseDesk, input: ParsedInput<'signals.history'>): SignalHistoryAnswer {
  const settings = signalSettingsOf(input.settings);
  const { table, instruments, header } = rank(input, { metric: input.metric, settings, days: Math.max(usualDays, input.period + 1) });
  const { symbol: key } = resolveInstrument(input.of, instruments);
  const symbol = table.symbols.indexOf(key);
  if (symbol < 0) throw new AppError('universe.symbol', { value: input.of, count: table.symbols.length });
  const days = signalHistory(table, { symbol, days: input.period, settings });
  const offset = table.dates.length - days.length;
  return {
    ...header,
    of: key,
    days: days.map(({ date, ...flags }, index) => ({ date: dayText(date), rank: table.rank[(offset + index) * table.symbols.length + symbol] || null, ...flags })),
  };
}
