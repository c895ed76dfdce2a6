import { resolve } from 'node:path';
import { app } from 'electron';
import { runCli } from '../cli/cli.ts';
import { defaultProfile } from '../node/default-profile.ts';
import { createNodePorts } from '../node/node-ports.ts';
import type { OpenApp } from './start-desktop.ts';
import { appFile } from './app-file.ts';
import { builtWorkerUrl } from './electron-ports.ts';

/** `chartroom --cli …`: the command line inside the installed app, without a window. */
export async function runAppCli(args: readonly string[], openApp: OpenApp): Promise<number> {
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  process.once('SIGTERM', () => interrupt.abort());
  return runCli(args, {
    environment: process.env,
    signal: interrupt.signal,
    showsProgress: process.stderr.isTTY === true,
    out: (text) => process.stdout.write(`${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
    async open(flags, access) {
      const profile = resolve(flags.profile ?? defaultProfile(process.env));
      const nodePorts = createNodePorts({ host: 'cli', version: app.getVersion(), profile });
      const ports = { ...nodePorts, paths: { ...nodePorts.paths, resources: appFile('resources') }, workerUrl: builtWorkerUrl };
      const core = await openApp(ports, { access: flags.demo ? 'write' : access, workspace: flags.demo ? 'demo' : 'user', flags: flags.settings, environment: process.env });
      return { ports, app: core };
    },
  });
}
