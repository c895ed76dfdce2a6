import { statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { PortfolioAnalysis } from '../../../shared/contract/portfolio-figures.ts';
import type { PortfolioImport, PortfolioSummary } from '../../../shared/contract/portfolios.ts';
import type { ParsedArguments } from '../arguments.ts';
import type { Command, CommandContext, CommandResult } from '../command.ts';
import { eachOf, failureLines } from '../each-of.ts';
import { choice, flagText, requiredText } from '../flag-values.ts';
import { textTable } from '../text-table.ts';

const actions = ['import', 'list', 'analyze', 'export', 'remove'] as const;

export const portfolioCommand: Command = {
  usage:
    'portfolio import FILE --name N [--currency C] [--replace] | list | export N [FILE] | remove N\n' +
    '            | analyze N…|--all [--as-of D] [--benchmark SYMBOL] [--risk-free SHARE]',
  options: {
    name: { type: 'string' },
    currency: { type: 'string' },
    replace: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    'as-of': { type: 'string' },
    benchmark: { type: 'string' },
    'risk-free': { type: 'string' },
  },
  access: ({ positionals }) => (['import', 'remove'].includes(positionals[0] ?? '') ? 'write' : 'read'),
  async run(parsed, context) {
    const [action = 'list', first, second] = parsed.positionals;
    const known = choice(action, 'portfolio', actions);
    if (known === 'import') return importFile(requiredText(first, 'FILE'), parsed, context);
    const list = await context.invoke('portfolios.list', {});
    if (known === 'list') return listed(list);
    if (known === 'analyze') return analyzeEach(list, parsed, context);
    const { id, name } = named(requiredText(first, 'N'), list);
    if (known === 'remove') {
      await context.invoke('portfolios.remove', { id });
      return { json: { removed: name }, text: name, exitCode: 0 };
    }
    const { text } = await context.invoke('portfolios.export', { id });
    if (second === undefined) return { json: { portfolio: name, csv: text }, text: text.trimEnd(), exitCode: 0 };
    writeFileSync(second, text, { flag: 'wx' });
    return { json: { portfolio: name, file: second }, text: second, exitCode: 0 };
  },
};

async function importFile(file: string, parsed: ParsedArguments, { app, invoke }: CommandContext): Promise<CommandResult> {
  const name = requiredText(flagText(parsed.values['name']), '--name');
  const path = resolve(file);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) throw new AppError('file.missing', { file });
  const { token } = app.files.grantRead(path);
  const currency = flagText(parsed.values['currency']);
  const done = await invoke('portfolios.import', { file: token, name, replace: parsed.values['replace'] === true, ...(currency === undefined ? {} : { currency }) });
  app.files.release(token);
  const { portfolio, ...counts } = done;
  const unknown = done.rejected.some(({ reason }) => reason === 'symbol' || reason === 'ambiguous');
  const json = { portfolio: portfolio.name, entries: portfolio.entries.length, ...counts };
  return { json, text: importText(done), exitCode: unknown ? 1 : 0 };
}

function importText({ portfolio, imported, rejected, missing }: PortfolioImport): string {
  return [
    `${portfolio.name}: +${imported}, ${rejected.length} rejected`,
    ...rejected.slice(0, 50).map(({ line, reason, detail, text }) => `  line ${line}: ${reason} ${detail}: ${text}`),
    ...(missing.length > 0 ? [`  no bars yet: ${missing.join(', ')}`] : []),
  ].join('\n');
}

function listed(portfolios: readonly PortfolioSummary[]): CommandResult {
  const rows = portfolios.map(({ name, currency, entries, symbols }) => [name, currency ?? '–', String(entries), String(symbols)]);
  return { json: { portfolios }, text: textTable(['name', 'currency', 'entries', 'symbols'], rows), exitCode: 0 };
}

function named(name: string, list: readonly PortfolioSummary[]): PortfolioSummary {
  const found = list.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  if (found !== undefined) return found;
  if (list.length === 0) throw new AppError('portfolio.none', { name });
  throw new AppError('portfolio.unknown', { name, allowed: list.map((one) => one.name).join(', ') });
}

function analysisOptions(parsed: ParsedArguments) {
  const [asOf, benchmark, riskFree] = [flagText(parsed.values['as-of']), flagText(parsed.values['benchmark']), flagText(parsed.values['risk-free'])];
  const share = Number(riskFree ?? 0);
  if (!Number.isFinite(share) || share < -0.5 || share > 1) throw new AppError('app.usage', { problem: `--risk-free ${riskFree ?? ''}: -0.5 – 1` });
  return { riskFree: share, ...(asOf === undefined ? {} : { asOf }), ...(benchmark === undefined ? {} : { benchmark }) };
}

/** One portfolio, several, or all of them. */
async function analyzeEach(list: readonly PortfolioSummary[], parsed: ParsedArguments, { invoke, language }: CommandContext): Promise<CommandResult> {
  const given = parsed.positionals.slice(1);
  const all = parsed.values['all'] === true;
  if (all && given.length > 0) throw new AppError('app.usage', { problem: 'take one of N…, --all' });
  const names = all ? list.map(({ name }) => name) : [requiredText(given[0], 'N'), ...given.slice(1)];
  const options = analysisOptions(parsed);
  const outcomes = await eachOf(names, (name) => invoke('portfolios.analyze', { id: named(name, list).id, ...options }));
  const shown = outcomes.results.map(analyzed);
  const failures = outcomes.failures.map(({ name, error }) => ({ portfolio: name, error }));
  const isComplete = failures.length === 0 && shown.every(({ exitCode }) => exitCode === 0);
  const json = all || names.length > 1 ? { results: outcomes.results, failures } : shown[0]?.json;
  return { json, text: [...shown.map(({ text }) => text), ...failureLines(outcomes, language)].join('\n\n'), exitCode: isComplete ? 0 : 1 };
}

function analyzed(answer: PortfolioAnalysis): CommandResult {
  const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(2)} %`);
  const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(2));
  const { holdings, excluded, tails, drawdown, benchmark, risk } = answer;
  const lines = [
    `${answer.portfolio}: ${figure(answer.value)} ${answer.currency}, ${answer.from} … ${answer.asOf}, ${answer.days} days, coverage ${percent(answer.coverage)}`,
    textTable(
      ['symbol', 'quantity', 'price', 'value', 'weight', 'gain', 'risk'],
      holdings.map((one) => [one.symbol, String(one.quantity), String(one.price), figure(one.value), percent(one.weight), figure(one.gain), figure(one.risk)]),
    ),
    `TWR ${percent(answer.timeWeightedReturn)}  XIRR ${percent(answer.internalRateOfReturn)}  CAGR ${percent(answer.cagr)}  volatility ${percent(answer.volatility)}`,
    `Sharpe ${figure(answer.sharpe)}  Sortino ${figure(answer.sortino)}  drawdown ${percent(drawdown?.depth ?? null)}`,
    ...tails.map(({ method, confidence, valueAtRisk, conditional }) => `VaR ${percent(confidence)} ${method}: ${percent(valueAtRisk)}, CVaR ${percent(conditional)}`),
    `beta ${figure(benchmark?.beta ?? null)}, correlation ${figure(benchmark?.correlation ?? null)} (${benchmark?.name ?? '–'}, ${benchmark?.commonDates ?? 0} common dates)`,
    `risk ${figure(risk?.total ?? null)} (${risk?.level ?? '–'})`,
    ...excluded.map(({ symbol, reason }) => `not valued: ${symbol} (${reason})`),
  ];
  return { json: answer, text: lines.join('\n'), exitCode: excluded.length > 0 ? 1 : 0 };
}
