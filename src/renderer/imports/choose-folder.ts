import { AppError } from '../../shared/app-error.ts';
import type { FileHandle } from '../../shared/contract/files.ts';
import type { Transport } from '../transport/transport.ts';
import type { PlacedFile } from './placed-file.ts';

/** What a folder chooser gave: the folder itself where the host shows system dialogs, its files where only the browser can. */
export type ChosenFolder = { readonly handles: readonly FileHandle[] } | { readonly name: string; readonly files: readonly PlacedFile[] };

/** Lets the user choose a folder; empty when it was cancelled. */
export async function chooseFolder(transport: Transport): Promise<ChosenFolder> {
  try {
    return { handles: await transport.invoke('files.open', { folder: true, use: 'read' }) };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'file.noDialogs') throw thrown;
    const files = await browserFolder();
    const [first] = files;
    if (first === undefined) return { handles: [] };
    const root = first.webkitRelativePath.indexOf('/');
    return {
      name: first.webkitRelativePath.slice(0, root),
      files: files.map((file) => ({ path: file.webkitRelativePath.slice(root + 1), file })),
    };
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
