import { AppError } from '../../shared/app-error.ts';
import type { SymbolChoice } from '../../shared/contract/symbol-choice.ts';
import type { ParsedArguments } from './arguments.ts';
import type { CommandContext } from './command.ts';
import { flagText } from './flag-values.ts';

/** Flags of commands that work on symbols, beside the symbols written out. */
export const symbolChoiceOptions = {
  watchlist: { type: 'string' },
  all: { type: 'boolean', default: false },
} as const;

/** `SYMBOL… | --watchlist W | --all` as a choice; null where none of them is given. */
function symbolChoiceFrom({ values, positionals }: ParsedArguments): SymbolChoice | null {
  const watchlist = flagText(values['watchlist']);
  const all = values['all'] === true;
  const given = [positionals.length > 0, watchlist !== undefined, all].filter(Boolean).length;
  if (given > 1) throw new AppError('app.usage', { problem: 'take one of SYMBOL…, --watchlist W, --all' });
  if (watchlist !== undefined) return { watchlist };
  if (all) return { all };
  return given === 0 ? null : { symbols: [...positionals] };
}

/** The texts that the choice means, to be resolved one by one. */
export async function chosenSymbols(parsed: ParsedArguments, { invoke }: Pick<CommandContext, 'invoke'>): Promise<readonly string[]> {
  const choice = symbolChoiceFrom(parsed);
  if (choice === null) throw new AppError('app.usage', { problem: 'SYMBOL, --watchlist or --all is missing' });
  return choice.symbols ?? invoke('symbols.choose', choice);
}
