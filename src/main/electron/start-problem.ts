import { AppError } from '../../shared/app-error.ts';

const neededNodeApi = 10;

/**
 * What would crash the app if it went on: the store's addon needs Node-API 10 and ends an older process without a word, and a build
 * for another processor does not load. Null when all is well.
 */
export async function startProblem(nodeApi: string | undefined, loadAddon: () => Promise<void>): Promise<AppError | null> {
  if (!(Number(nodeApi) >= neededNodeApi)) return new AppError('host.addon', { detail: `Node-API ${nodeApi ?? '?'} < ${neededNodeApi}` });
  try {
    await loadAddon();
    return null;
  } catch (error) {
    return new AppError('host.addon', { detail: error instanceof Error ? error.message.slice(0, 200) : 'unknown' }, { cause: error });
  }
}
