import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import { readText } from './import-harness.ts';

const seeds: readonly (readonly [name: string, text: string])[] = [
  ['ABCD.csv', 'Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-02,10,11,9,10.5,10.1,1000\n2024-01-03,null,null,null,null,null,null\n2024-01-04,10,11,9,10.5,10.1,0\n'],
  ['x.csv', '\uFEFF"Datum","Zuletzt","Eröffn.","Hoch","Tief","Vol.","+/- %"\n"15.01.2024","16.622,22","16.700,00","16.710,10","16.600,5","45,53M","-0,49%"\n'],
  ['SH#600999.txt', '600999 测试股份 5分钟线 不复权\n日期\t时间\t开盘\t最高\t最低\t收盘\t成交量\t成交额\n2024/01/02\t0935\t10.00\t10.20\t9.90\t10.10\t1000\t10100.00\n数据来源:通达信\n'],
  ['ABCUSDT-5m.csv', '1704067200000,42000.1,42100,41900,42050.5,12.5,1704067499999,525000.25,100,6,252000,0\n1704067500000,42000.1,42100,41900,42050.5,12.5,1704067799999,525000.25,100,6,252000,0\n'],
  ['EURUSD15.csv', '2024.01.02,09:00,1.27,1.28,1.26,1.275,100\n2024.01.02,09:15,1.27,1.28,1.26,1.275,100\n'],
  ['bars.json', '{"kind":"chartroom-bars","symbol":"US:ABCD","freq":"1d","basis":"raw","zone":"UTC","dates":["2024-01-02"],"open":[1],"high":[2],"low":[1],"close":[2],"volume":[5],"amount":[null],"flags":[0]}'],
  ['download.csv', 'Price,Close,Close\nTicker,AAA,BBB\nDate,,\n2024-01-02,1,2\n'],
  ['table.xls', '<html><table><tr><td>Date</td><td>Close</td></tr><tr><td>2024-01-02</td><td>1</td></tr></table></html>'],
  ['sh600999.day', '0123456789abcdef0123456789abcdef'],
];
const pieces = ['', '\n', '\r', ',', ';', '\t', '"', '""', '=', '-', '0', '99999999999999999999', '1e999', 'NaN', '2024-13-45', '\0', '\u202E', '贵州', '<', '{', '[', '%', '🙂', 'Date', 'close', 'null', ' '];
const encodings = ['utf8', 'utf16le', 'gbk', 'latin1'] as const;

/** A real beginning with one stretch replaced, cut short, in any encoding. */
const mangled = fc.record({
  seed: fc.constantFrom(...seeds), from: fc.nat(400), length: fc.nat(30), piece: fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join('')),
  end: fc.nat(600), encoding: fc.constantFrom(...encodings), repeat: fc.integer({ min: 1, max: 4 }),
});

/** A refusal reads as a file of no rows; anything else that is thrown is a bug. */
function refusal(error: unknown) {
  if (!(error instanceof AppError)) throw error;
  return { imported: 0, outcome: { counts: { rows: 0, rejected: 0, skipped: 0 } } };
}

test('D6 whatever a file holds, it becomes bars whose counts add up or a refusal with a reason', async () => {
  await fc.assert(
    fc.asyncProperty(mangled, async ({ seed: [name, text], from, length, piece, end, encoding, repeat }) => {
      const at = from % (text.length + 1);
      const content = iconv.encode((text.slice(0, at) + piece + text.slice(at + length)).repeat(repeat).slice(0, Math.max(end, 1)), encoding);
      const { outcome, imported } = await readText(name, content, { symbol: 'ABCD', market: 'US' }).catch(refusal);
      const { rows, rejected, skipped } = outcome.counts;
      expect(imported + rejected + skipped).toBe(rows);
    }),
    { numRuns: Number(process.env.CHARTROOM_FUZZ ?? 60) },
  );
});
