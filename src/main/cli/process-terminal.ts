import type { CliHost } from './cli.ts';

/** The terminal this process was started from: what is written goes there, and an interrupt there stops the command. */
export function processTerminal(): Omit<CliHost, 'open'> {
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  process.once('SIGTERM', () => interrupt.abort());
  // A closed pipe (`… | head`) is the reader's choice, not a failure.
  process.stdout.on('error', () => process.exit(0));
  return {
    environment: process.env,
    signal: interrupt.signal,
    showsProgress: process.stderr.isTTY === true,
    out: (text) => process.stdout.write(`${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
  };
}
