import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The built app in a process of its own, on the double of Electron. */
export interface BuiltApp {
  ask(name: string, ...sent: unknown[]): Promise<unknown>;
  /** Hears what main sends to the window: the channel and its arguments. */
  onPush(listener: (channel: string, ...args: unknown[]) => void): void;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  /** What it wrote so far. */
  printed(): string;
  kill(): void;
}

type Message = { readonly id: number; readonly value?: unknown; readonly error?: string } | { readonly pushed: [string, ...unknown[]] };

/** `args` are the app's own; `appFolder` is where the built app lies, the checkout itself when left out. */
export function startBuiltApp(args: readonly string[], appFolder = join(import.meta.dirname, '../..')): BuiltApp {
  const child = fork(join(import.meta.dirname, '../main/electron/boot-child.ts'), [appFolder, ...args], { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => (printed += piece.toString()));
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const listeners: ((channel: string, ...args: unknown[]) => void)[] = [];
  let asked = 0;
  child.on('message', (message: Message) => {
    if ('pushed' in message) {
      for (const listener of listeners) listener(...message.pushed);
      return;
    }
    const question = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) question?.resolve(message.value);
    else question?.reject(new Error(message.error));
  });
  const ended = once(child, 'close').then(([code]) => {
    for (const question of waiting.values()) question.resolve(undefined);
    return code as number | null;
  });
  return {
    ask(name, ...sent) {
      asked += 1;
      const question = Promise.withResolvers<unknown>();
      waiting.set(asked, question);
      child.send({ id: asked, name, sent });
      return question.promise;
    },
    onPush: (listener) => void listeners.push(listener),
    ended,
    printed: () => printed,
    kill: () => void child.kill('SIGKILL'),
  };
}
