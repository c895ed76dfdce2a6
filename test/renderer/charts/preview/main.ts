import '../../../../src/renderer/zod-jitless.ts';
import { startApp } from '../../../../src/renderer/start-app.tsx';
import type { BarColumns } from '../../../../src/shared/bars.ts';
import { walk } from '../../../bench/chart-harness/walk.ts';
import { inventedInstruments } from '../../../doubles/invented-instruments.ts';
import { createMemoryTransport } from '../../../doubles/memory-transport.ts';
import { withBars } from './with-bars.ts';

// `?bars=1259&ui.theme=dark&data=AAPL.json` sets the scene; `data` names columns that the server holds.
const scene = new URLSearchParams(location.search);
const settings = Object.fromEntries([...scene].filter(([key]) => key.startsWith('ui.')));
const instruments = inventedInstruments(Number(scene.get('symbols') ?? 60));
const chosen = instruments[0];
const name = scene.get('name');
const rows = chosen === undefined || name === null ? instruments : [{ ...chosen, nameEn: name, nameZh: name }, ...instruments.slice(1)];
const file = scene.get('data');
const bars = file === null ? walk(Number(scene.get('bars') ?? 1259), 11, scene.has('intraday') ? 300_000 : undefined) : await read(file);
const memory = createMemoryTransport({ symbols: rows, settings, schedule: (step) => setTimeout(step, 150) });
await startApp(() => withBars(memory, bars, scene), document.getElementById('root') ?? document.body);

async function read(path: string): Promise<BarColumns> {
  const found = (await (await fetch(`/data/${path}`)).json()) as Record<string, number[]>;
  const column = (key: string): Float64Array => Float64Array.from(found[key] ?? []);
  const time = column('time');
  return {
    time, open: column('open'), high: column('high'), low: column('low'), close: column('close'), volume: column('volume'),
    amount: new Float64Array(time.length).fill(NaN), flags: new Uint8Array(time.length),
  };
}
