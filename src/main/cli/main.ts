import { resolve } from 'node:path';
import { checkRuntime } from '../node/check-runtime.ts';
import { keepCompiledSources } from '../node/compile-cache.ts';
import { defaultProfile } from '../node/default-profile.ts';

checkRuntime();
keepCompiledSources();
const { runCli } = await import('./cli.ts');
const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());
// A closed pipe (`… | head`) is the reader's choice, not a failure.
process.stdout.on('error', () => process.exit(0));

process.exitCode = await runCli(process.argv.slice(2), {
  environment: process.env,
  signal: interrupt.signal,
  showsProgress: process.stderr.isTTY === true,
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
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
