import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFileLog } from '../../../src/main/node/file-log.ts';
import { redact } from '../../../src/main/node/redact.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';

test('D12 secrets and the home path never reach a log line', () => {
  const facts = {
    url: 'https://example.org/q?apikey=abc123&symbol=IBM',
    headers: { authorization: 'Bearer abc.def', accept: 'text/csv' },
    path: '/home/mei/profile/workspace.db',
    note: 'sent Bearer abc.def',
    list: ['token=xyz'],
  };
  expect(redact(facts, '/home/mei')).toEqual({
    url: 'https://example.org/q?apikey=[redacted]&symbol=IBM',
    headers: { authorization: '[redacted]', accept: 'text/csv' },
    path: '~/profile/workspace.db',
    note: 'sent Bearer [redacted]',
    list: ['token=[redacted]'],
  });
});

test('D12 the log is rotated by size and keeps a bounded number of files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-log-'));
  const log = createFileLog(join(folder, 'main.log'), { clock: new ManualClock(), maxBytes: 500, keep: 2 });
  for (let count = 0; count < 100; count += 1) log.info('line', { count });
  expect(readdirSync(folder).sort()).toEqual(['main.log', 'main.log.1', 'main.log.2']);
  expect(readFileSync(join(folder, 'main.log'), 'utf8').length).toBeLessThanOrEqual(500);
  expect(readFileSync(join(folder, 'main.log'), 'utf8')).toContain('"count":99');
});

test('a log in a place that cannot be written is silent', () => {
  const log = createFileLog(join(import.meta.filename, 'not-a-folder', 'main.log'), { clock: new ManualClock() });
  expect(() => log.error('lost')).not.toThrow();
});
