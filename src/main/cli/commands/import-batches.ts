import { formatUtc } from '../../../shared/time.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import { wholeNumber } from '../flag-values.ts';
import { textTable } from '../text-table.ts';

/** `import --batches` and `import --undo BATCH`: what was imported, and the way back. */
export async function importBatches(undo: string | undefined, { invoke }: CommandContext): Promise<CommandResult> {
  if (undo !== undefined) {
    const batch = wholeNumber(undo, '--undo', 1, 2 ** 31);
    const undone = await invoke('import.undo', { batch });
    return { json: { batch, ...undone }, text: `import ${batch} undone: ${undone.removed} removed, ${undone.restored} restored${undone.members > 0 ? `, ${undone.members} taken out of a watchlist` : ''}`, exitCode: 0 };
  }
  const batches = (await invoke('import.batches', {})).map((batch) => ({ ...batch, at: formatUtc(batch.at) }));
  const rows = batches.map(({ id, at, state, file, rows: read, imported, rejected }) => [String(id), at, state, file, String(read), String(imported), String(rejected)]);
  return { json: { batches }, text: textTable(['batch', 'at', 'state', 'file', 'rows', 'imported', 'rejected'], rows), exitCode: 0 };
}
