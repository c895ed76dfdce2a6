import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../../src/shared/app-error.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../src/shared/contract/contract.ts';
import type { ImportOptions, ImportResult } from '../../../src/shared/contract/imports.ts';
import type { App } from '../../../src/main/app.ts';
import { createApp } from '../../../src/main/create-app.ts';
import { createNodePorts } from '../../../src/main/node/node-ports.ts';

export interface TestApp {
  readonly app: App;
  readonly profile: string;
  invoke<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  /** Writes the text to a file and imports it. */
  importText(name: string, text: string, options?: ImportOptions): Promise<ImportResult>;
  close(): Promise<void>;
}

/** The real app on plain Node: real store, real workers, a profile of its own unless one is given. */
export async function openTestApp(profile = mkdtempSync(join(tmpdir(), 'chartroom-app-'))): Promise<TestApp> {
  const ports = createNodePorts({ host: 'memory', version: '0.0.0', profile });
  const app = await createApp(ports, { access: 'write' });

  async function invoke<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    const reply = await app.dispatch(method, input, { id: 'test' });
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.params);
    return reply.value as MethodOutput<M>;
  }

  return {
    app,
    profile,
    invoke,
    async importText(name, text, options = {}) {
      const path = join(profile, name);
      writeFileSync(path, text);
      const { task } = await invoke('import.start', { file: app.files.grantRead(path).token, options });
      const ended = await app.taskEnd(task);
      if (ended.error !== null) throw new AppError(ended.error.code, ended.error.params);
      return ended.result as ImportResult;
    },
    close: () => app.close(),
  };
}
