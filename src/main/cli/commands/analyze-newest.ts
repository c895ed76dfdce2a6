import { AppError } from '../../../shared/app-error.ts';
import type { UniverseRow, UniverseRows } from '../../../shared/contract/analyze.ts';
import type { MethodInput } from '../../../shared/contract/contract.ts';
import type { ParsedArguments } from '../arguments.ts';
import { chosenSymbols } from '../chosen-symbols.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import { followTask } from '../follow-task.ts';
import { textTable } from '../text-table.ts';

/** The newest figures of the chosen symbols, computed in threads as one task. */
export async function newestFigures(parsed: ParsedArguments, { part, set, freq, asOf, config }: Omit<MethodInput<'analyze.symbol'>, 'symbol'>, context: CommandContext): Promise<CommandResult> {
  if (part !== 'indicators' && part !== 'chan') throw new AppError('app.usage', { problem: `--newest --part ${part}: indicators, chan` });
  if (asOf !== undefined) throw new AppError('app.usage', { problem: '--newest --as-of: take one of them' });
  const { invoke } = context;
  const symbols = new Set(await chosenSymbols(parsed, context));
  const { task } = await invoke('analyze.universe', { part, ...(set === undefined ? {} : { set }), ...(freq === undefined ? {} : { freq }), ...(config === undefined ? {} : { config }) });
  const ended = await followTask(task, 'analyze', context);
  // The task ran the work whose result this is.
  const { rows, ...head } = ended.result as UniverseRows;
  const chosen = rows.filter(({ symbol }) => symbols.has(symbol) || symbols.has(symbol.slice(symbol.indexOf(':') + 1)));
  const failed = chosen.some(({ error }) => error !== undefined);
  const table = textTable(['symbol', 'as of', ...(part === 'chan' ? ['facts'] : head.figures)], chosen.map(newestCells));
  return { json: { ...head, rows: chosen }, text: table, exitCode: failed ? 1 : 0 };
}

function newestCells({ symbol, asOf, values, facts, error }: UniverseRow): string[] {
  const cells = values?.map((value) => (value === null ? '–' : value.toPrecision(6))) ?? [error?.message ?? JSON.stringify(facts)];
  return [symbol, asOf ?? '–', ...cells];
}
