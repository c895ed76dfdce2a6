import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { cronTicking } from '../../../src/main/jobs/cron-ticking.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';

test('T1 the ticker is node-cron without its dead loop at changes of clocks', () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../node_modules/node-cron/package.json'), 'utf8')) as { version: string };
  const [major = 0, minor = 0] = version.split('.').map(Number);
  expect(major * 100 + minor).toBeGreaterThanOrEqual(406);
});

test('T2 the ticker looks every ten seconds of UTC until it is stopped, and survives a change of clocks', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-03-29T00:59:45Z') });
  try {
    let looks = 0;
    const stop = cronTicking(new MemoryLog())(() => (looks += 1));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toBe(6);
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toBe(6);
  } finally {
    vi.useRealTimers();
  }
});
