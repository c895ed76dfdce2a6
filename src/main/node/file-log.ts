import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock, Log } from '../ports.ts';
import { redact } from './redact.ts';

interface FileLogOptions {
  readonly clock: Clock;
  readonly maxBytes?: number;
  readonly keep?: number;
}

/** A log of JSON lines, redacted, rotated by size: `file`, `file.1` … `file.keep`. A log that cannot be written is silent. */
export function createFileLog(file: string, { clock, maxBytes = 5_000_000, keep = 3 }: FileLogOptions): Log {
  let bytes = -1;

  function write(level: string, event: string, facts: Readonly<Record<string, unknown>>): void {
    const line = `${JSON.stringify({ at: new Date(clock.now()).toISOString(), level, event, ...redact(facts) })}\n`;
    try {
      if (bytes < 0) bytes = openSize();
      if (bytes + line.length > maxBytes) rotate();
      appendFileSync(file, line);
      bytes += Buffer.byteLength(line);
    } catch {
      // A full disk or a read-only profile must not stop the app for want of a log line; health shows the cause.
      bytes = -1;
    }
  }

  function openSize(): number {
    mkdirSync(dirname(file), { recursive: true });
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }

  function rotate(): void {
    rmSync(`${file}.${keep}`, { force: true });
    for (let index = keep - 1; index >= 0; index -= 1) {
      const from = index === 0 ? file : `${file}.${index}`;
      if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, `${file}.${index + 1}`);
    }
    bytes = 0;
  }

  return {
    info: (event, facts = {}) => write('info', event, facts),
    warn: (event, facts = {}) => write('warn', event, facts),
    error: (event, facts = {}) => write('error', event, facts),
  };
}
