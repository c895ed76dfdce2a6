import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/app-error.ts';
import { barColumnNames } from '../../shared/bars.ts';
import type { FileSink } from '../files/import/import-file.ts';
import { importFiles } from '../files/import/import-files.ts';
import type { ImportMessage, ImportWorkerData } from '../files/import/import-messages.ts';
import { previewFile } from '../files/import/preview-file.ts';
import { Semaphore } from '../files/import/semaphore.ts';

/** Parts under way to the store: one being written, one waiting. */
const partsAhead = 2;

const port = parentPort;
if (port === null) throw new Error('import-worker runs as a worker thread only');
const work = workerData as ImportWorkerData;

const room = new Semaphore(partsAhead);
port.on('message', (message: 'next' | 'stop') => {
  if (message === 'stop') process.exit(0);
  room.release();
});

const post = (message: ImportMessage, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

const sink: FileSink = {
  async part(part) {
    await room.acquire();
    const buffers = part.series.flatMap(({ columns }) => barColumnNames.map((name) => columns[name].buffer as ArrayBuffer));
    post({ kind: 'part', part }, buffers);
  },
  progress: (doneBytes, totalBytes) => post({ kind: 'progress', doneBytes, totalBytes }),
};

async function run(): Promise<ImportMessage> {
  if (work.task === 'preview') return { kind: 'preview', preview: await previewFile(work.request) };
  return { kind: 'done', outcome: await importFiles(work.request, sink) };
}

try {
  post(await run());
} catch (error) {
  const known = error instanceof AppError ? error.toReply() : null;
  post({ kind: 'failed', error: known, text: error instanceof Error ? error.stack ?? error.message : String(error) });
}
port.close();
