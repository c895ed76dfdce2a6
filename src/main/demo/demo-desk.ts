import { AppError } from '../../shared/app-error.ts';
import type { PortfolioEntry } from '../../shared/contract/portfolios.ts';
import { formatTradingDate, type UtcMs } from '../../shared/time.ts';
import type { Store } from '../store/store.ts';
import type { DemoActor } from './demo-facts.ts';

const watchlists: readonly { readonly name: string; readonly codes: readonly string[]; readonly tags: Readonly<Record<string, string>> }[] = [
  { name: 'Technology 科技', codes: ['CN01', 'CN02', 'HK01', 'HK02', 'US01', 'US02'], tags: { CN01: 'structure', HK01: 'flip', US01: 'split' } },
  { name: 'Income 分红', codes: ['CN05', 'CN04', 'HK03', 'US04', 'US07'], tags: {} },
  { name: 'To look at 待查', codes: ['HK07', 'HK06', 'CN03', 'CN08', 'CN06'], tags: { HK07: 'stale', HK06: 'delisted', CN03: 'suspended', CN08: 'missing bar', CN06: 'divergence' } },
];

/** Sessions back at which the demo's portfolio was traded. */
const trades: readonly { readonly back: number; readonly kind: 'buy' | 'sell'; readonly code: string; readonly quantity: number }[] = [
  { back: 700, kind: 'buy', code: 'US01', quantity: 60 },
  { back: 640, kind: 'buy', code: 'US04', quantity: 300 },
  { back: 520, kind: 'buy', code: 'US07', quantity: 250 },
  { back: 400, kind: 'buy', code: 'US05', quantity: 400 },
  { back: 180, kind: 'sell', code: 'US01', quantity: 80 },
  { back: 90, kind: 'buy', code: 'US08', quantity: 120 },
];

const opening = { back: 701, amount: 80_000 };
const fee = 4.95;
/** The source that HK07's bars should have come from. */
const lostHost = 'feed.demo.invalid';

/** Lists, a portfolio that holds through a split and collects dividends, and the run in which a source failed. */
export async function furnishDemo(store: Store, actors: readonly DemoActor[], at: UtcMs): Promise<void> {
  const key = (code: string): string => `DEMO:${code}`;
  for (const { name, codes, tags } of watchlists) {
    const members = codes.map((code) => ({ symbol: key(code), tags: tags[code] === undefined ? [] : [tags[code]] }));
    await store.write.saveWatchlist({ id: null, name, group: null, members });
  }
  await store.write.savePortfolio({ id: null, name: 'Demo 示例', currency: 'USD', entries: portfolioEntries(actors, key) }, at);
  const error = new AppError('network.unreachable', { host: lostHost, problem: 'ENOTFOUND' }).toReply();
  const state = { job: 'bars', enabled: true, schedule: null, scope: null, memory: { slot: null, marks: {} }, nextAt: null, lastSuccessAt: null, attempts: 0 } as const;
  await store.write.saveJobRun(
    {
      job: 'bars', trigger: 'schedule', startedAt: at, endedAt: at, outcome: 'partial', done: actors.length - 1, failed: 1, missed: 0, error: null,
      failures: [{ subject: key('HK07'), error }],
    },
    state,
  );
}

function portfolioEntries(actors: readonly DemoActor[], key: (code: string) => string): readonly PortfolioEntry[] {
  const sessions = actors.find(({ instrument }) => instrument.code === 'US01')?.bars ?? [];
  const dateAt = (back: number): string | null => {
    const date = sessions.at(-1 - back)?.date;
    return date === undefined ? null : formatTradingDate(date);
  };
  const empty = { symbol: null, quantity: null, price: null, fee: 0, amount: null, note: '' };
  const bought = trades.map(({ back, kind, code, quantity }): PortfolioEntry & { readonly back: number } => {
    const price = actors.find(({ instrument }) => instrument.code === code)?.bars.at(-1 - back)?.close ?? null;
    return { ...empty, back, kind, date: dateAt(back), symbol: key(code), quantity, price, fee };
  });
  const received = actors.flatMap(({ instrument: { code, story } }): (PortfolioEntry & { readonly back: number })[] => {
    const { dividend } = story;
    if (dividend === undefined) return [];
    const held = trades.filter((trade) => trade.code === code && trade.kind === 'buy' && trade.back > dividend.day).reduce((sum, { quantity }) => sum + quantity, 0);
    return held === 0 ? [] : [{ ...empty, back: dividend.day, kind: 'dividend', date: dateAt(dividend.day), symbol: key(code), amount: held * dividend.cash }];
  });
  const deposit = { ...empty, back: opening.back, kind: 'deposit', date: dateAt(opening.back), amount: opening.amount } as const;
  return [deposit, ...bought, ...received].sort((a, b) => b.back - a.back).map(({ back: _back, ...entry }) => entry);
}
