import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/app-error.ts';
import { barColumnNames } from '../../shared/bars.ts';
import { importFile } from '../files/import/import-file.ts';
import type { ImportMessage, ImportWorkerData } from '../files/import/import-messages.ts';
import { previewFile } from '../files/import/preview-file.ts';
import { Semaphore } from '../files/import/semaphore.ts';


/** Chunks under way to the store: one being written, one waiting. */
const chunksAhead = 2;

const port = parentPort;
if (port === null) throw new Error('import-worker runs as a worker thread only');
const { task, request } = workerData as ImportWorkerData;

const room = new Semaphore(chunksAhead);
port.on('message', () => room.release());

const post = (message: ImportMessage, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

async function run(): Promise<ImportMessage> {
  if (task === 'preview') return { kind: 'preview', preview: await previewFile(request) };
  const outcome = await importFile(request, {
    async plan(plan, totalBytes) {
      post({ kind: 'plan', plan, totalBytes });
    },
    async chunk(series, rejections, counts) {
      await room.acquire();
      const buffers = series.flatMap(({ columns }) => barColumnNames.map((name) => columns[name].buffer as ArrayBuffer));
      post({ kind: 'chunk', series, rejections, counts }, buffers);
    },
    progress: (doneBytes) => post({ kind: 'progress', doneBytes }),
  });
  return { kind: 'done', outcome };
}

try {
  post(await run());
} catch (error) {
  const known = error instanceof AppError ? error.toReply() : null;
  post({ kind: 'failed', error: known, text: error instanceof Error ? error.stack ?? error.message : String(error) });
}
port.close();
