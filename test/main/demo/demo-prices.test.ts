import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadCalendars } from '../../../src/main/calendars/load-calendars.ts';
import { demoCast, type DemoInstrument } from '../../../src/main/demo/demo-cast.ts';
import { createDemoMarket, demoBars, demoSeed, type DemoBar } from '../../../src/main/demo/demo-prices.ts';
import type { Calendar } from '../../../src/shared/calendar/calendar.ts';
import { parseTradingDate, type TradingDate } from '../../../src/shared/time.ts';

const calendarById = loadCalendars(resolve(import.meta.dirname, '../../../resources'));
const last = parseTradingDate('2026-10-30') as TradingDate;

function made(code: string): { readonly instrument: DemoInstrument; readonly bars: DemoBar[] } {
  const instrument = demoCast.find((one) => one.code === code) as DemoInstrument;
  const calendar = calendarById({ CN: 'XSHG', HK: 'XHKG', US: 'XNYS' }[instrument.market]) as Calendar;
  return { instrument, bars: demoBars(instrument, calendar, last, 1_250, createDemoMarket(demoSeed)) };
}

test('the same instrument is the same bars every time', () => {
  expect(made('CN01').bars).toEqual(made('CN01').bars);
});

test('every bar is well formed: high and low hold open and close, prices positive', () => {
  const wrong = demoCast.flatMap(({ code }) =>
    made(code).bars.filter((bar) => bar.volume > 0 && !(bar.low > 0 && bar.low <= Math.min(bar.open, bar.close) && bar.high >= Math.max(bar.open, bar.close))),
  );
  expect(wrong).toEqual([]);
});

test('a limit-up day closes ten percent up, and the next one in a row never trades below its limit', () => {
  const { bars } = made('CN02');
  const at = (back: number): DemoBar => bars[bars.length - 1 - back] as DemoBar;
  expect(at(46).close).toBe(Math.round(at(47).close * 110) / 100);
  expect([at(45).open, at(45).low, at(45).high]).toEqual([at(45).close, at(45).close, at(45).close]);
});

test('no Chinese bar moves by more than its limit', () => {
  const { bars } = made('CN06');
  const widest = Math.max(...bars.slice(1).map((bar, index) => Math.abs(bar.close / (bars[index] as DemoBar).close - 1)));
  expect(widest).toBeLessThan(0.1 + 0.005);
});

test('a suspension is sessions without volume or price', () => {
  expect(made('CN03').bars.filter((bar) => bar.volume === 0)).toHaveLength(11);
});

test('a listing has a short history, a delisting ends early', () => {
  expect(made('HK05').bars).toHaveLength(180);
  expect(made('HK06').bars.at(-1)?.date).toBeLessThan(last - 250);
});

test('a split halves the price overnight', () => {
  const { bars } = made('CN07');
  const [before, after] = [bars[bars.length - 322] as DemoBar, bars[bars.length - 321] as DemoBar];
  expect(after.close / before.close).toBeCloseTo(0.5, 1);
});
