import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BenchRow } from './bench-row.ts';
import { servePage } from './chart-harness/build-page.ts';

const bars = 50_000;
const firstPaintMs = 100;
const panMs = 25;

/** Chart of 50,000 bars in a real Chromium that rasters in software: first paint, and the frames of panning at several zooms. */
export async function bench(): Promise<BenchRow[]> {
  const page = await servePage(join(import.meta.dirname, 'chart-harness'));
  const browser = await chromium.launch({
    executablePath: process.env.CHARTROOM_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await tab.goto(page.url);
    await tab.waitForFunction(() => 'chartBench' in window);
    await tab.evaluate((count) => window.chartBench.firstPaint(count), bars);
    const paints: number[] = [];
    for (let run = 0; run < 10; run++) paints.push(await tab.evaluate((count) => window.chartBench.firstPaint(count), bars));
    const rows: BenchRow[] = [row(`chart, ${bars} bars: first paint`, firstPaintMs, quantile(paints, 0.5))];
    for (const span of [150, 2_000, bars / 2]) {
      const frames = await tab.evaluate((width) => window.chartBench.pan(width, 200), span);
      rows.push(row(`chart, ${bars} bars: pan over ${span}, 95th percentile of a frame`, panMs, quantile(frames, 0.95)));
    }
    return rows;
  } finally {
    await browser.close();
    await page.close();
  }
}

function row(name: string, budgetMs: number, measured: number): BenchRow {
  return { name, budget: `≤ ${budgetMs} ms`, measured, unit: 'ms', ratio: measured / budgetMs };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
