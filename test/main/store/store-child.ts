/** A process of its own for tests: does one thing with a store and prints what came of it as one line of JSON. */
import { AppError } from '../../../src/shared/app-error.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import { openStore } from '../../../src/main/store/open-store.ts';
import { acquireProfileLock } from '../../../src/main/store/profile-lock.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';

export interface ChildTask {
  readonly file: string;
  readonly action: 'open' | 'read' | 'lock-and-die' | 'hold';
}

const { file, action } = JSON.parse(process.argv[2] ?? '') as ChildTask;
const workerUrl = new URL('../../../src/main/workers/store-worker.ts', import.meta.url);
const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

if (action === 'lock-and-die') {
  acquireProfileLock(file, process.pid, 1 as UtcMs);
  process.kill(process.pid, 'SIGKILL');
} else {
  try {
    const store = await openStore({ file, mode: action === 'read' ? 'read' : 'write', clock: new ManualClock(), log: new MemoryLog(), workerUrl });
    const writing = await store.write.setSetting('x', 1).then(
      () => 'saved',
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    );
    print({ pid: process.pid, symbols: store.read.instruments().map((instrument) => instrument.code), writing, problem: store.health().problem });
    if (action === 'hold') await new Promise((resolve) => process.stdin.once('data', resolve));
    await store.close();
    process.stdin.destroy();
  } catch (error) {
    print(error instanceof AppError ? { error: error.code, params: error.params } : { error: String(error) });
  }
}
