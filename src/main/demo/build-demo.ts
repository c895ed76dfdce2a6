import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allocateBars } from '../../shared/bars.ts';
import type { InstrumentDraft } from '../../shared/instrument.ts';
import { parseTradingDate, type TradingDate } from '../../shared/time.ts';
import type { CalendarById } from '../calendars/load-calendars.ts';
import { runImport } from '../files/import/run-import.ts';
import type { Ports } from '../ports.ts';
import type { ImportChunk, Store } from '../store/store.ts';
import { demoCast, type DemoInstrument } from './demo-cast.ts';
import { demoFiles, demoLastSession, type DemoCalendars } from './demo-files.ts';

const homes = {
  CN: { zone: 'Asia/Shanghai', calendar: 'XSHG', currency: 'CNY' },
  HK: { zone: 'Asia/Hong_Kong', calendar: 'XHKG', currency: 'HKD' },
  US: { zone: 'America/New_York', calendar: 'XNYS', currency: 'USD' },
} as const;

/** The file its bars come from, as the provenance line names it. */
const dailyFile = 'demo-daily.csv';
const intradayFile = 'demo-5min.csv';

/** Fills an empty store with the demo: the invented instruments and their actions first, then the bars through the real importer. */
export async function buildDemo(store: Store, ports: Ports, calendarById: CalendarById): Promise<void> {
  const last = parseTradingDate(demoLastSession) as TradingDate;
  const calendars = demoCalendars(calendarById);
  const batch = await store.write.beginImport('demo', 'demo', ports.clock.now());
  await store.write.writeChunk(batch, castChunk(calendars, last), ports.clock.now());
  await store.write.finishImport(batch, { state: 'completed', rows: demoCast.length, rejected: 0 });
  const files = demoFiles(calendars, last);
  const folder = mkdtempSync(join(ports.paths.temporary, 'chartroom-demo-'));
  try {
    await importText(dailyFile, files.daily);
    await importText(intradayFile, files.intraday);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

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

function demoCalendars(calendarById: CalendarById): DemoCalendars {
  const named = (market: DemoInstrument['market']) => {
    const calendar = calendarById(homes[market].calendar);
    if (calendar === null) throw new TypeError(`no calendar ${homes[market].calendar}`);
    return calendar;
  };
  return { CN: named('CN'), HK: named('HK'), US: named('US') };
}

/** Instruments with their home's zone and calendar, without bars yet; what is known first stays when the files come. */
function castChunk(calendars: DemoCalendars, last: TradingDate): ImportChunk {
  return {
    series: demoCast.map((instrument) => ({ instrument: draft(instrument), freq: '1d', origin: 'csv', basis: 'raw', columns: allocateBars(0) })),
    actions: demoCast.flatMap(({ code, market, story }) => {
      const dayBack = (day: number): TradingDate => {
        let date = last;
        for (let back = 0; back < day; back += 1) date = calendars[market].previous(date);
        return date;
      };
      const common = { symbol: `DEMO:${code}`, announcedAt: null, price: null, source: 'demo' };
      return [
        ...(story.split === undefined ? [] : [{ ...common, kind: 'split' as const, exDate: dayBack(story.split.day), value: story.split.ratio }]),
        ...(story.dividend === undefined ? [] : [{ ...common, kind: 'dividend' as const, exDate: dayBack(story.dividend.day), value: story.dividend.cash }]),
      ];
    }),
    rejections: [],
  };
}

function draft({ code, nameEn, nameZh, market }: DemoInstrument): InstrumentDraft {
  return { mic: 'DEMO', code, kind: 'stock', nameEn, nameZh, ...homes[market] };
}
