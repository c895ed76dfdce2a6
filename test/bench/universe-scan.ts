import { analyzeUniverse, usualDays } from '../../src/analysis/universe/analyze-universe.ts';
import { defaultSignalSettings } from '../../src/analysis/universe/signals.ts';
import type { UniverseFrame } from '../../src/analysis/universe/universe-frame.ts';
import { createSeededRandom } from '../../src/shared/seeded-random.ts';
import { medianMs } from './median-ms.ts';

/** What the scan of 5,500 symbols over ten years takes, measured in a process of its own so that the peak is its own. */
export interface UniverseScan {
  readonly medianMs: number;
  readonly peakBytes: number;
}

export function scanUniverse(frame: UniverseFrame): void {
  analyzeUniverse(frame, { days: usualDays, metric: 'score', settings: defaultSignalSettings, longWindow: 21 });
}

/** Random walks of `size` symbols over `days` sessions in `industries` industries. */
function randomFrame(size: number, days: number, industries: number): UniverseFrame {
  const random = createSeededRandom('frame').uniform;
  const column = (): Float64Array => new Float64Array(size * days);
  const none = new Float64Array(0);
  const bars = { time: column(), open: none, high: column(), low: column(), close: column(), volume: column(), amount: none, flags: new Uint8Array(size * days) };
  for (let row = 0; row < size * days; row += 1) {
    const day = row % days;
    const before = day === 0 ? 20 : (bars.close[row - 1] as number);
    const close = before * (1 + (random() - 0.5) * 0.04);
    bars.time[row] = 15_000 + day;
    bars.close[row] = close;
    bars.high[row] = Math.max(before, close) * (1 + random() * 0.01);
    bars.low[row] = Math.min(before, close) * (1 - random() * 0.01);
    bars.volume[row] = 1000 + random() * 1000;
  }
  return {
    symbols: Array.from({ length: size }, (_, symbol) => `XSHG:${String(symbol).padStart(6, '0')}`),
    dates: Float64Array.from({ length: days }, (_, day) => 15_000 + day),
    starts: Int32Array.from({ length: size }, (_, symbol) => symbol * days),
    ends: Int32Array.from({ length: size }, (_, symbol) => (symbol + 1) * days),
    bars,
    turnover: null,
    industries: Array.from({ length: size }, (_, symbol) => `I${symbol % industries}`),
    membership: 'asOf',
  };
}

if (import.meta.main) {
  const frame = randomFrame(5500, 2430, 110);
  const measured: UniverseScan = { medianMs: medianMs(() => scanUniverse(frame)), peakBytes: process.resourceUsage().maxRSS * 1024 };
  console.log(JSON.stringify(measured));
}
