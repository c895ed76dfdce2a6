import { AppError, errorText, type ErrorReply } from '../../shared/app-error.ts';
import type { App } from '../app.ts';
import type { Ports } from '../ports.ts';
import { parseArguments, type CommonFlags, type ParsedArguments } from './arguments.ts';
import type { Command, CommandContext, CommandResult } from './command.ts';
import { commands } from './commands.ts';
import { exitCode } from './exit-code.ts';
import { noteBug } from './note-bug.ts';

/** What the command line needs from the process it runs in. */
export interface CliHost {
  readonly environment: NodeJS.ProcessEnv;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
  readonly showsProgress: boolean;
  out(text: string): void;
  error(text: string): void;
  open(flags: CommonFlags, access: 'read' | 'write'): Promise<{ readonly app: App; readonly ports: Ports }>;
}

/** Runs one command. Exit codes: 0 ok, 1 failed, 2 bad usage. */
export async function runCli(args: readonly string[], host: CliHost): Promise<0 | 1 | 2> {
  const [name, ...rest] = args;
  const wantsJson = rest.includes('--json');
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      host.out(await overview());
      return name === undefined ? 2 : 0;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) throw new AppError('app.usage', { problem: `${name}: ${Object.keys(commands).join(', ')}` });
    const command = await load();
    const parsed = parseArguments(rest, command.options);
    if (parsed.common.help) {
      host.out(command.usage);
      return 0;
    }
    return await runCommand(command, parsed, host);
  } catch (error) {
    const reply = (error instanceof AppError ? error : noteBug(error, host.environment)).toReply();
    if (wantsJson) host.out(JSON.stringify({ error: reply }));
    else host.error(`chartroom: ${translated(reply, rest, host.environment)}`);
    return exitCode(reply.code);
  }
}

async function runCommand(command: Command, parsed: ParsedArguments, host: CliHost): Promise<0 | 1> {
  const opened = await openFor(command.access(parsed), parsed.common, host);
  try {
    return print(await command.run(parsed, contextOf(opened, parsed, host)), parsed, host);
  } finally {
    await opened.app.close();
  }
}

async function openFor(access: ReturnType<Command['access']>, flags: CommonFlags, host: CliHost): ReturnType<CliHost['open']> {
  if (access !== 'writeIfFree') return host.open(flags, access);
  try {
    return await host.open(flags, 'write');
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'store.locked') throw error;
    return host.open(flags, 'read');
  }
}

function print(result: CommandResult | null, { common }: ParsedArguments, host: CliHost): 0 | 1 {
  if (result === null) return 0;
  host.out(common.json ? JSON.stringify(result.json) : result.text);
  return result.exitCode;
}

function contextOf({ app, ports }: { readonly app: App; readonly ports: Ports }, parsed: ParsedArguments, host: CliHost): CommandContext {
  return {
    app,
    ports,
    flags: parsed.common,
    language: app.language(),
    environment: host.environment,
    signal: host.signal,
    announce: (json, text) => host.out(parsed.common.json ? JSON.stringify(json) : text),
    progress: (line) => {
      if (host.showsProgress) host.error(line);
    },
    async invoke(method, input) {
      const reply = await app.dispatch(method, input, { id: 'cli' });
      if (!reply.ok) throw new AppError(reply.error.code, reply.error.params);
      // Dispatch answers what the contract says the method answers.
      return reply.value as never;
    },
  };
}

async function overview(): Promise<string> {
  const usages = await Promise.all(Object.values(commands).map(async (load) => (await load()).usage));
  return `chartroom <command> [--profile DIR] [--json] [--demo] [--lang en|zh] [--setting KEY=VALUE]\n\n${usages.map((usage) => `  ${usage}`).join('\n')}`;
}

function translated(reply: ErrorReply, args: readonly string[], environment: NodeJS.ProcessEnv): string {
  const flagged = args[args.indexOf('--lang') + 1];
  const chinese = args.includes('--lang') ? flagged === 'zh' : /^zh/i.test(environment['LC_ALL'] ?? environment['LANG'] ?? '');
  return errorText(reply.code, reply.params, chinese ? 'zh' : 'en');
}
