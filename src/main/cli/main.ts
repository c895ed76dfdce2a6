import { resolve } from 'node:path';
import { checkRuntime } from '../node/check-runtime.ts';
import { keepCompiledSources } from '../node/compile-cache.ts';
import { defaultProfile } from '../node/default-profile.ts';
import { processTerminal } from './process-terminal.ts';

checkRuntime();
keepCompiledSources();
const { runCli } = await import('./cli.ts');

process.exitCode = await runCli(process.argv.slice(2), {
  ...processTerminal(),
  async open(flags, access) {
    // Loaded late, so that help and usage errors answer at once.
    const [{ createApp }, { createNodePorts }, { appVersion }] = await Promise.all([
      import('../create-app.ts'),
      import('../node/node-ports.ts'),
      import('../node/app-version.ts'),
    ]);
    const profile = resolve(flags.profile ?? defaultProfile(process.env));
    // Only `serve` stays: alerts and jobs run there, and not beside a command that ends.
    const host = process.argv[2] === 'serve' ? 'loopback' : 'cli';
    const ports = createNodePorts({ host, version: appVersion(), profile });
    return { ports, app: await createApp(ports, { access: flags.demo ? 'write' : access, workspace: flags.demo ? 'demo' : 'user', flags: flags.settings, environment: process.env }) };
  },
});
