import type { Calendar } from '../../shared/calendar/calendar.ts';
import { instantOf } from '../../shared/calendar/zone-clock.ts';
import { createSeededRandom } from '../../shared/seeded-random.ts';
import { tradingDate } from '../../shared/time.ts';
import type { FactsChunk } from '../store/company-facts.ts';
import type { DemoInstrument } from './demo-cast.ts';
import { demoSeed, type DemoBar } from './demo-prices.ts';

/** An instrument of the cast with everything that was traded. */
export interface DemoActor {
  readonly instrument: DemoInstrument;
  readonly calendar: Calendar;
  readonly zone: string;
  readonly currency: string;
  readonly bars: readonly DemoBar[];
}

type Reports = NonNullable<FactsChunk['reports']>;
type Shares = NonNullable<FactsChunk['shares']>;
type Flows = NonNullable<FactsChunk['flows']>;
type Listings = NonNullable<FactsChunk['listings']>;

const source = 'demo';
const newestYear = 2025;
const reportYears = 6;
const flowSessions = 60;

/** Invented reports, share counts, money flow and listing facts of the cast, the same every time. */
export function demoFacts(actors: readonly DemoActor[]): FactsChunk {
  const companies = actors.map((actor) => ({ actor, company: inventCompany(actor) }));
  return {
    reports: companies.flatMap(({ actor, company }) => reportsOf(actor, company)),
    shares: companies.flatMap(({ actor, company }) => sharesOf(actor, company)),
    flows: actors.filter(({ instrument }) => instrument.market === 'CN').flatMap(flowsOf),
    listings: actors.map(listingOf),
  };
}

interface Company {
  /** Shares of today. */
  readonly shares: number;
  readonly floatShare: number;
  /** Profit of the newest year. */
  readonly profit: number;
  readonly netMargin: number;
  readonly grossMargin: number;
  readonly returnOnEquity: number;
  readonly debtRatio: number;
  /** A year. */
  readonly growth: number;
}

const symbolOf = ({ instrument }: DemoActor): string => `DEMO:${instrument.code}`;

function inventCompany({ instrument, bars }: DemoActor): Company {
  const random = createSeededRandom(`${demoSeed}:company:${instrument.code}`);
  const between = (low: number, high: number): number => low + (high - low) * random.uniform();
  const price = bars.findLast(({ volume }) => volume > 0)?.close ?? instrument.price;
  const shares = Math.round(between(2, 30)) * 100_000_000;
  const isBank = instrument.sector === 'finance';
  return {
    shares,
    floatShare: between(0.45, 0.95),
    profit: (price * shares) / between(9, 38),
    netMargin: between(0.06, 0.28),
    grossMargin: between(0.32, 0.68),
    returnOnEquity: between(0.06, 0.24),
    debtRatio: isBank ? between(0.86, 0.92) : between(0.22, 0.66),
    growth: between(-0.04, 0.28),
  };
}

function reportsOf(actor: DemoActor, company: Company): Reports {
  const { instrument, zone, currency, bars } = actor;
  const random = createSeededRandom(`${demoSeed}:reports:${instrument.code}`);
  const lastDay = bars.at(-1)?.date ?? Infinity;
  const reports = Array.from({ length: reportYears }, (_, index): Reports[number] => {
    const year = newestYear - reportYears + 1 + index;
    const size = (1 + company.growth) ** (year - newestYear) * (1 + 0.05 * random.normal());
    const netProfit = Math.round(company.profit * size);
    const revenue = Math.round(netProfit / company.netMargin);
    const equity = Math.round(netProfit / company.returnOnEquity);
    const day = tradingDate(year + 1, 3, 10) + Math.floor(random.uniform() * 45);
    return {
      symbol: symbolOf(actor), source, currency, months: 12, periodEnd: tradingDate(year, 12, 31), publishedAt: instantOf(zone, day, 18 * 60),
      revenue, netProfit, equity, grossProfit: Math.round(revenue * company.grossMargin), assets: Math.round(equity / (1 - company.debtRatio)),
    };
  }).filter(({ publishedAt }) => publishedAt <= instantOf(zone, lastDay + 1, 0));
  return instrument.story.restated === undefined ? reports : [...reports, ...reports.filter(isYear(instrument.story.restated)).map((report) => restated(report, zone))];
}

const isYear = (year: number) => ({ periodEnd }: Reports[number]): boolean => periodEnd === tradingDate(year, 12, 31);

/** What had been told too well, told again in the following September. */
function restated(report: Reports[number], zone: string): Reports[number] {
  const smaller = (figure: number | null, share: number): number | null => (figure === null ? null : Math.round(figure * share));
  const day = report.periodEnd + 258;
  return { ...report, publishedAt: instantOf(zone, day, 18 * 60), revenue: smaller(report.revenue, 0.94), netProfit: smaller(report.netProfit, 0.71), equity: smaller(report.equity, 0.95) };
}

/** Fewer shares before a split, of which there is a fresh count from its ex-date on. */
function sharesOf(actor: DemoActor, { shares, floatShare }: Company): Shares {
  const { instrument, bars } = actor;
  const { split } = instrument.story;
  const count = (effectiveFrom: Shares[number]['effectiveFrom'], total: number): Shares[number] => ({ symbol: symbolOf(actor), source, effectiveFrom, total, floating: Math.round(total * floatShare) });
  const [first, atSplit] = [bars[0]?.date, split === undefined ? undefined : bars[bars.length - 1 - split.day]?.date];
  if (first === undefined) return [];
  return split === undefined || atSplit === undefined ? [count(first, shares)] : [count(first, shares / split.ratio), count(atSplit, shares)];
}

/** Large orders lean with the price, small ones mirror them: together they are nothing. */
function flowsOf(actor: DemoActor): Flows {
  const { instrument, bars } = actor;
  const random = createSeededRandom(`${demoSeed}:flow:${instrument.code}`);
  return bars.slice(-flowSessions).flatMap((bar, index, shown): Flows => {
    const before = shown[index - 1]?.close ?? bar.open;
    if (bar.volume === 0 || before === 0) return [];
    const turnover = bar.volume * bar.close;
    const percent = (value: number): number => Math.round(value * 100) / 100;
    const superLargePercent = percent(120 * (bar.close / before - 1) + 2.5 * random.normal());
    const largePercent = percent(40 * (bar.close / before - 1) + 2 * random.normal());
    const mediumPercent = percent(-0.4 * (superLargePercent + largePercent) + random.normal());
    const smallPercent = percent(-(superLargePercent + largePercent + mediumPercent));
    const net = (share: number): number => Math.round((share / 100) * turnover);
    return [{
      symbol: symbolOf(actor), source, day: bar.date, superLargePercent, largePercent, mediumPercent, smallPercent,
      superLarge: net(superLargePercent), large: net(largePercent), medium: net(mediumPercent), small: -(net(superLargePercent) + net(largePercent) + net(mediumPercent)),
    }];
  });
}

function listingOf(actor: DemoActor): Listings[number] {
  const { instrument, bars } = actor;
  const { listed, delisted } = instrument.story;
  return {
    symbol: symbolOf(actor), board: null, tickSize: instrument.market === 'HK' ? null : 0.01, lotSize: instrument.market === 'US' ? 1 : 100,
    listedOn: listed === undefined ? null : (bars[0]?.date ?? null),
    delistedOn: delisted === undefined ? null : (bars.at(-1)?.date ?? null),
  };
}
