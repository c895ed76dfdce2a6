import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allocateBars } from '../../shared/bars.ts';
import type { InstrumentDraft } from '../../shared/instrument.ts';
import { parseTradingDate, type TradingDate } from '../../shared/time.ts';
import type { CalendarById } from '../calendars/load-calendars.ts';
import { runImport } from '../files/import/run-import.ts';
import type { Ports } from '../ports.ts';
import type { ImportChunk } from '../store/import-store.ts';
import type { Store } from '../store/store.ts';
import { demoCast, demoSectorNames, type DemoInstrument } from './demo-cast.ts';
import { furnishDemo } from './demo-desk.ts';
import { demoFacts, type DemoActor } from './demo-facts.ts';
import { demoDailyFile, demoIntradayFile } from './demo-files.ts';
import { createDemoMarket, demoBars, demoSeed } from './demo-prices.ts';

const homes = {
  CN: { zone: 'Asia/Shanghai', calendar: 'XSHG', currency: 'CNY' },
  HK: { zone: 'Asia/Hong_Kong', calendar: 'XHKG', currency: 'HKD' },
  US: { zone: 'America/New_York', calendar: 'XNYS', currency: 'USD' },
} as const;

/** The newest session of the demo. Fixed: the demo is the same whenever it is opened, and its age is not counted. */
const lastSession = '2026-10-30';
const dailySessions = 1_250;

/** The file its bars come from, as the provenance line names it. */
const dailyFile = 'demo-daily.csv';
const intradayFile = 'demo-5min.csv';

/**
 * Fills an empty store with the demo: the invented instruments, their actions, industries and reports first, then the bars through the real
 * importer, then what a user would have made of them.
 */
export async function buildDemo(store: Store, ports: Ports, calendarById: CalendarById): Promise<void> {
  const last = parseTradingDate(lastSession) as TradingDate;
  const actors = demoActors(calendarById, last);
  const batch = await store.write.beginImport('demo', 'demo', ports.clock.now());
  await store.write.writeChunk(batch, castChunk(actors, last), ports.clock.now());
  await store.write.writeFacts(batch, demoFacts(actors), ports.clock.now());
  await store.write.finishImport(batch, { state: 'completed', rows: demoCast.length, rejected: 0 });
  const folder = mkdtempSync(join(ports.paths.temporary, 'chartroom-demo-'));
  try {
    const dailyImported = importText(dailyFile, demoDailyFile(actors));
    // Made while a worker reads the daily bars.
    const intraday = demoIntradayFile(actors);
    await dailyImported;
    await importText(intradayFile, intraday);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await furnishDemo(store, actors, ports.clock.now());

  async function importText(name: string, text: string): Promise<void> {
    const path = join(folder, name);
    writeFileSync(path, text);
    await runImport({
      path, name, writer: store.write, workerUrl: ports.workerUrl('import'), resources: ports.paths.resources, clock: ports.clock,
      options: { exchange: 'DEMO', basis: 'raw', volumeUnit: 'shares', zone: 'UTC' },
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
  }
}

function demoActors(calendarById: CalendarById, last: TradingDate): readonly DemoActor[] {
  const market = createDemoMarket(demoSeed);
  return demoCast.map((instrument) => {
    const { calendar: name, zone, currency } = homes[instrument.market];
    const calendar = calendarById(name);
    if (calendar === null) throw new TypeError(`no calendar ${name}`);
    return { instrument, calendar, zone, currency, bars: demoBars(instrument, calendar, last, dailySessions, market) };
  });
}

/** Instruments with their home's zone and calendar, without bars yet; what is known first stays when the files come. */
function castChunk(actors: readonly DemoActor[], last: TradingDate): ImportChunk {
  return {
    series: actors.map(({ instrument }) => ({ instrument: draft(instrument), freq: '1d', origin: 'csv', basis: 'raw', columns: allocateBars(0) })),
    actions: actors.flatMap(({ instrument: { code, story }, calendar }) => {
      const dayBack = (day: number): TradingDate => {
        let date = last;
        for (let back = 0; back < day; back += 1) date = calendar.previous(date);
        return date;
      };
      const common = { symbol: `DEMO:${code}`, announcedAt: null, price: null, source: 'demo' };
      return [
        ...(story.split === undefined ? [] : [{ ...common, kind: 'split' as const, exDate: dayBack(story.split.day), value: story.split.ratio }]),
        ...(story.dividend === undefined ? [] : [{ ...common, kind: 'dividend' as const, exDate: dayBack(story.dividend.day), value: story.dividend.cash }]),
      ];
    }),
    rejections: [],
    memberships: actors.map(({ instrument: { code, sector } }) => ({
      symbol: `DEMO:${code}`, scheme: 'sector', industry: demoSectorNames[sector], validFrom: null, validUntil: null, source: 'demo',
    })),
  };
}

function draft({ code, nameEn, nameZh, market }: DemoInstrument): InstrumentDraft {
  return { mic: 'DEMO', code, kind: 'stock', nameEn, nameZh, ...homes[market] };
}
