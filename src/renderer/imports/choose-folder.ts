import { AppError } from '../../shared/app-error.ts';
import type { FileHandle } from '../../shared/contract/files.ts';
import type { Transport } from '../transport/transport.ts';

const barFile = /\.(csv|tsv|txt|xlsx?|json|zip|day|lc1|lc5|blk)(\.gz)?$/i;

/** What a folder chooser gave: the folder as one import where the host shows system dialogs, its files where only the browser can. */
export type ChosenFolder = { readonly handles: readonly FileHandle[] } | { readonly files: readonly File[] };

/** Lets the user choose a folder; empty when it was cancelled. */
export async function chooseFolder(transport: Transport): Promise<ChosenFolder> {
  try {
    return { handles: await transport.invoke('files.open', { folder: true, use: 'read' }) };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'file.noDialogs') throw thrown;
    return { files: (await browserFolder()).filter(({ name }) => barFile.test(name) && !name.startsWith('.')) };
  }
}

function browserFolder(): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.webkitdirectory = true;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
