import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { atomicWrite } from '../files/atomic-write.ts';
import type { Log } from '../ports.ts';

const pixel = z.number().int().min(-100_000).max(100_000);
const memory = z.object({ x: pixel, y: pixel, width: pixel.min(1), height: pixel.min(1), maximized: z.boolean() });

/** Where the window was when it was last closed. */
type WindowMemory = z.infer<typeof memory>;

/** Null when there is none or it does not read: the window then opens in its usual place. */
export function readWindowMemory(file: string): WindowMemory | null {
  try {
    return memory.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Missing at the first start; a damaged one is not worth a word to the user.
    return null;
  }
}

export function writeWindowMemory(file: string, seen: WindowMemory, log: Log): void {
  try {
    atomicWrite(file, JSON.stringify(seen));
  } catch (error) {
    log.warn('window-memory', { error: String(error) });
  }
}
