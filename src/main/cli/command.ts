import type { ParseArgsOptionsConfig } from 'node:util';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';
import type { Language } from '../../shared/i18n/language.ts';
import type { App } from '../app.ts';
import type { Ports } from '../ports.ts';
import type { CommonFlags, ParsedArguments } from './arguments.ts';

/** What a command works with. */
export interface CommandContext {
  readonly app: App;
  readonly ports: Ports;
  readonly flags: CommonFlags;
  /** Of texts and names: that of the setting, which `--lang` outranks. */
  readonly language: Language;
  /** Calls the contract; an error reply is thrown as an `AppError`. */
  invoke<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  /** One line of progress on stderr, when a person is looking. */
  progress(line: string): void;
  /** Prints at once, for a command that goes on. */
  announce(json: unknown, text: string): void;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

export interface CommandResult {
  /** Printed with --json. */
  readonly json: unknown;
  /** Printed without it. */
  readonly text: string;
  /** 1 when some part failed and was listed. */
  readonly exitCode: 0 | 1;
}

/** One command of the command line: its own flags, what it needs, and what it does. */
export interface Command {
  readonly usage: string;
  readonly options: ParseArgsOptionsConfig;
  /** `write` takes the profile for itself; `read` works beside a running app; `writeIfFree` does the one where it can, else the other. */
  access(parsed: ParsedArguments): 'read' | 'write' | 'writeIfFree';
  /** Null when everything was announced already. */
  run(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult | null>;
}
