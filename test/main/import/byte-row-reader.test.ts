import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { barClock } from '../../../src/main/files/import/bar-clock.ts';
import { BarCollector } from '../../../src/main/files/import/bar-collector.ts';
import { ByteRowReader } from '../../../src/main/files/import/byte-row-reader.ts';
import { instrumentDraft } from '../../../src/main/files/import/instrument-draft.ts';
import type { RowLayout } from '../../../src/main/files/import/row-layout.ts';
import { TextRowReader } from '../../../src/main/files/import/text-row-reader.ts';

const layout: RowLayout = {
  delimiter: ',', decimal: '.', header: ['d', 'o', 'h', 'l', 'c', 'v', 's'],
  columns: ['date', 'open', 'high', 'low', 'close', 'volume', 'symbol'],
  dateFormat: 'yyyy-MM-dd', volumeScale: 1, amountScale: 1, extras: {}, symbol: null, encoding: 'utf-8',
  clock: barClock({ freq: '1d', zone: 'UTC', stampsBarEnd: false, stampsPeriodStart: false, everyDay: false, calendar: null }, { calendar: null, today: 0 }),
};

function read(Reader: typeof ByteRowReader | typeof TextRowReader, text: string): unknown {
  const collector = new BarCollector(
    (code) => (code === '' ? null : instrumentDraft({ mic: 'US', code, kind: 'stock', currency: 'USD' }, { currency: null, nameEn: null, nameZh: null })),
    { negativePrices: false, flatMeansSuspended: false },
    100_000,
    'csv',
  );
  const bytes = new TextEncoder().encode(text);
  new Reader(layout, collector, 1).read({ bytes, end: bytes.length });
  return { series: [...collector.take(true)].flat(), counts: collector.tally.counts(), rejections: collector.tally.takeRejections() };
}

const number = fc.oneof(
  fc.double({ min: 0, max: 1e9, noNaN: true }).map(String),
  fc.integer({ min: 0, max: 1_000_000 }).map((cents) => (cents / 100).toFixed(2)),
  fc.bigInt({ min: 0n, max: 10n ** 25n }).map(String),
  fc.tuple(fc.nat(), fc.nat()).map(([whole, rest]) => `${whole}.${rest}`),
  fc.constantFrom('', 'null', '-', '1e3', '1,000', '"1,000"', '.5', '5.', '.', '-1', '+2', '0x10', ' 7 ', '1.38M', 'abc', '00012.500', '"', 'NaN', '0', '-0'),
);
const date = fc.oneof(
  fc.date({ min: new Date('1950-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }).map((value) => value.toISOString().slice(0, 10)),
  fc.constantFrom('2024-02-30', '2024-1-5', '', '20240105', '2024-01-05 00:00', '2024-01-05 09:30:15', '2024-01-05T09:30:00Z', '2024/01/05', ' 2024-01-06'),
);
const row = fc.tuple(date, number, number, number, number, number, fc.constantFrom('AAA', 'BBB', '', '贵州', '"A,B"', 'C"', ' AAA')).map((cells) => cells.join(','));
const line = fc.oneof({ weight: 12, arbitrary: row }, { weight: 1, arbitrary: fc.constantFrom('', '  ', 'source: somewhere', 'd,o,h,l,c,v,s', '1,2', '2024-01-05,1,2,1,2,3,AAA,', '2024-01-05,1,2,1,2,3,AAA,4') });

test('the fast path and the library path give equal bars, counts and rejections for any table', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), (lines, end, closed) => {
      const text = lines.join(end) + (closed ? end : '');
      expect(read(ByteRowReader, text)).toEqual(read(TextRowReader, text));
    }),
    { numRuns: 2_000 },
  );
});

test('decimal text becomes the nearest double, as the language itself reads it', () => {
  fc.assert(
    fc.property(number, (cell) => {
      const close = (read(ByteRowReader, `2024-01-05,1,1,1,${cell},1,AAA\n`) as { series: { columns: { close: Float64Array } }[] }).series[0]?.columns.close[0];
      fc.pre(close !== undefined && /^\d+\.?\d*$/.test(cell));
      expect(close).toBe(Number(cell));
    }),
    { numRuns: 3_000 },
  );
});
