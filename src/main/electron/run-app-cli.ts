import { resolve } from 'node:path';
import { app } from 'electron';
import { runCli } from '../cli/cli.ts';
import { processTerminal } from '../cli/process-terminal.ts';
import { defaultProfile } from '../node/default-profile.ts';
import { createNodePorts } from '../node/node-ports.ts';
import { appFile } from './app-file.ts';
import { builtWorkerUrl } from './electron-ports.ts';
import type { OpenApp } from './open-app.ts';

/** `chartroom --cli …`: the command line inside the installed app, without a window. */
export async function runAppCli(args: readonly string[], openApp: OpenApp): Promise<number> {
  return runCli(args, {
    ...processTerminal(),
    async open(flags, access) {
      const profile = resolve(flags.profile ?? defaultProfile(process.env));
      const nodePorts = createNodePorts({ host: 'cli', version: app.getVersion(), profile });
      const ports = { ...nodePorts, paths: { ...nodePorts.paths, resources: appFile('resources') }, workerUrl: builtWorkerUrl };
      const core = await openApp(ports, { access: flags.demo ? 'write' : access, workspace: flags.demo ? 'demo' : 'user', flags: flags.settings, environment: process.env });
      return { ports, app: core };
    },
  });
}
