import { readFileSync } from 'node:fs';
import { AppError } from '../../../shared/app-error.ts';
import { analysisParts, type AnalysisAnswer } from '../../../shared/contract/analyze.ts';
import type { MethodInput } from '../../../shared/contract/contract.ts';
import type { MetricRecord } from '../../../shared/contract/universe-figures.ts';
import { frequencies } from '../../../shared/frequency.ts';
import type { ParsedArguments } from '../arguments.ts';
import { chosenSymbols, symbolChoiceOptions } from '../chosen-symbols.ts';
import type { Command, CommandContext } from '../command.ts';
import { eachOf, failureLines } from '../each-of.ts';
import { choice, requiredText } from '../flag-values.ts';
import { newestFigures } from './analyze-newest.ts';

export const analyzeCommand: Command = {
  usage: `analyze SYMBOL…|--watchlist W|--all --part ${analysisParts.join('|')} [--set NAME|IDS] [--freq F] [--as-of D] [--benchmark SYMBOL] [--config FILE] [--step] [--log] [--newest]`,
  options: {
    part: { type: 'string' },
    ...symbolChoiceOptions,
    set: { type: 'string' },
    freq: { type: 'string' },
    'as-of': { type: 'string' },
    benchmark: { type: 'string' },
    config: { type: 'string' },
    step: { type: 'boolean', default: false },
    log: { type: 'boolean', default: false },
    newest: { type: 'boolean', default: false },
  },
  access: () => 'read',
  async run(parsed, context) {
    const options = optionsFrom(parsed);
    if (parsed.values['newest'] === true) return newestFigures(parsed, options, context);
    const symbols = await chosenSymbols(parsed, context);
    const outcomes = await eachOf(symbols, (symbol) => context.invoke('analyze.symbol', { ...options, symbol }));
    const { results } = outcomes;
    const failures = outcomes.failures.map(({ name, error }) => ({ symbol: name, error }));
    const record = await recordOf(options, context);
    const json = { ...(symbols.length === 1 ? results[0] : { results, failures }), ...(record === undefined ? {} : { record }) };
    const text = [...results.map(outline), ...failureLines(outcomes, context.language)].join('\n');
    return { json, text, exitCode: failures.length > 0 ? 1 : 0 };
  },
};

/** What came after earlier scores or risks over the whole universe; undefined for a part that has no such record, null without history. */
async function recordOf({ part, asOf }: Omit<MethodInput<'analyze.symbol'>, 'symbol'>, { invoke }: CommandContext): Promise<MetricRecord | null | undefined> {
  if (part !== 'score' && part !== 'risk' && part !== 'all') return undefined;
  try {
    return (await invoke('models.record', { metric: part === 'risk' ? 'risk' : 'score', ...(asOf === undefined ? {} : { asOf }) })).record;
  } catch (error) {
    // Symbols with intraday bars alone make no universe.
    if (error instanceof AppError && error.code === 'universe.empty') return null;
    throw error;
  }
}

function optionsFrom({ values }: ParsedArguments): Omit<MethodInput<'analyze.symbol'>, 'symbol'> {
  const text = (name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);
  const options: Omit<MethodInput<'analyze.symbol'>, 'symbol'> = {
    part: choice(requiredText(text('part'), '--part'), '--part', analysisParts),
    step: values['step'] === true,
    log: values['log'] === true,
  };
  const [set, freq, asOf, benchmark, config] = [text('set'), text('freq'), text('as-of'), text('benchmark'), text('config')];
  if (set !== undefined) options.set = set;
  if (freq !== undefined) options.freq = choice(freq, '--freq', frequencies);
  if (asOf !== undefined) options.asOf = asOf;
  if (benchmark !== undefined) options.benchmark = benchmark;
  if (config !== undefined) options.config = readConfig(config);
  return options;
}

function readConfig(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new AppError('file.missing', { file }, { cause: error });
  }
}

/** Every field of an answer on a line of its own; of arrays, how long they are and how they end. */
function outline(answer: AnalysisAnswer): string {
  return Object.entries(answer).map(([name, value]) => `${name}: ${short(value)}`).join('\n');
}

function short(value: unknown): string {
  if (Array.isArray(value)) return `${value.length} × … ${JSON.stringify(value.slice(-2))}`;
  if (value === null || typeof value !== 'object') return String(value);
  return Object.entries(value).map(([name, inner]) => `\n  ${name}: ${Array.isArray(inner) ? `… ${JSON.stringify(inner.slice(-2))}` : JSON.stringify(inner)}`).join('');
}
