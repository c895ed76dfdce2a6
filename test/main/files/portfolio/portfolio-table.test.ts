import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPortfolioTable, type SymbolReading } from '../../../../src/main/files/portfolio/read-portfolio-table.ts';
import { writePortfolioTable } from '../../../../src/main/files/portfolio/write-portfolio-table.ts';
import type { PortfolioEntry } from '../../../../src/shared/contract/portfolios.ts';

const asWritten = (written: string): SymbolReading =>
  written === 'NONE' ? { reason: 'symbol', detail: written } : { symbol: written.includes(':') ? written : `XNAS:${written}` };
const kinds = (text: string) => readPortfolioTable(text, asWritten)?.entries.map(({ kind, date, symbol, quantity, price, fee, amount }) => [kind, date, symbol, quantity, price, fee, amount]);

test('transactions as an English table, under lines that a broker wrote above them', () => {
  const text = 'Account 42\r\n\r\nTrade Date,Action,Ticker,Shares,Price,Commission,Total\r\n2018-02-07,Buy,AAPL,10,"1,160.50",1.5,\r\n2018/3/1,Dividend,AAPL,,,,6.30\r\n20180302,Sell,AAPL,4,,,680\r\n';
  expect(kinds(text)).toEqual([
    ['buy', '2018-02-07', 'XNAS:AAPL', 10, 1160.5, 1.5, null],
    ['dividend', '2018-03-01', 'XNAS:AAPL', null, null, 0, 6.3],
    ['sell', '2018-03-02', 'XNAS:AAPL', 4, 170, 0, null],
  ]);
});

test('a Chinese statement, and holdings without dates or types', () => {
  expect(kinds('成交日期\t操作\t证券代码\t成交数量\t成交均价\t手续费\n2018.02.07\t证券买入\t="000001"\t200\t12.5\t5\n')).toEqual([['buy', '2018-02-07', 'XNAS:000001', 200, 12.5, 5, null]]);
  expect(kinds('symbol;quantity;average cost\nAAPL;10;150\nMSFT;5;\n')).toEqual([['position', null, 'XNAS:AAPL', 10, 150, 0, null], ['position', null, 'XNAS:MSFT', 5, null, 0, null]]);
  expect(kinds('date,symbol,quantity,price\n2018-02-07,AAPL,10,150\n2018-02-08,AAPL,-4,151\n')?.map(([kind]) => kind)).toEqual(['buy', 'sell']);
});

test('a bad row is named by its line and reason, the others stay', () => {
  const text = 'date,type,symbol,quantity,price,note\n2018-02-07,buy,AAPL,10,150,"two\nlines"\n2018-02-30,buy,AAPL,1,1,\n2018-02-07,swap,AAPL,1,1,\n2018-02-07,buy,NONE,1,1,\n2018-02-07,buy,AAPL,zero,1,\n2018-02-07,buy,AAPL,1,,\n02/03/2018,buy,AAPL,1,1,\n';
  const { entries, rejected } = readPortfolioTable(text, asWritten) ?? { entries: [], rejected: [] };
  expect(entries).toHaveLength(1);
  expect(rejected.map(({ line, reason, detail }) => [line, reason, detail])).toEqual([
    [4, 'date', '2018-02-30'], [5, 'kind', 'swap'], [6, 'symbol', 'NONE'], [7, 'quantity', 'zero'], [8, 'price', ''], [9, 'date', '02/03/2018'],
  ]);
});

test('a text without a header that tells symbol and quantity is no portfolio', () => {
  expect(readPortfolioTable('AAPL,10\nMSFT,5\n', asWritten)).toBeNull();
});

const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const amount = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
const note = fc.string({ maxLength: 60 }).map((text) => text.trim()).filter((text) => !text.startsWith("'") && !text.startsWith('="') && !text.includes('\0'));
const symbol = fc.constantFrom('XNAS:AAPL', 'XSHE:000001', 'DEMO:=A');
const entry: fc.Arbitrary<PortfolioEntry> = fc.oneof(
  fc.record({ kind: fc.constantFrom('buy' as const, 'sell' as const), date: day, symbol, quantity: amount, price: amount, fee: amount, amount: fc.constant(null), note }),
  fc.record({ kind: fc.constant('position' as const), date: fc.option(day), symbol, quantity: amount, price: fc.option(amount), fee: fc.constant(0), amount: fc.constant(null), note }),
  fc.record({ kind: fc.constant('dividend' as const), date: day, symbol, quantity: fc.constant(null), price: fc.constant(null), fee: fc.constant(0), amount, note }),
  fc.record({ kind: fc.constantFrom('deposit' as const, 'withdrawal' as const, 'fee' as const), date: day, symbol: fc.constant(null), quantity: fc.constant(null), price: fc.constant(null), fee: fc.constant(0), amount, note }),
);

test('what is written is read back to the same entries, hostile notes among them', () => {
  fc.assert(fc.property(fc.array(entry, { minLength: 1, maxLength: 20 }), (entries) => {
    expect(readPortfolioTable(writePortfolioTable(entries), asWritten)).toEqual({ entries, rejected: [] });
  }));
  const hostile = [{ kind: 'fee', date: '2018-02-07', symbol: null, quantity: null, price: null, fee: 0, amount: 1, note: '=cmd()' }] as const;
  expect(writePortfolioTable(hostile)).toContain("'=cmd()");
  expect(readPortfolioTable(writePortfolioTable(hostile), asWritten)?.entries).toEqual(hostile);
});

test('D1 any text is read without failing', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => {
    const table = readPortfolioTable(`symbol,quantity\n${text}`, asWritten);
    expect(table?.rejected.every(({ line }) => line >= 2)).toBe(true);
  }));
});
