import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../find-chromium.ts';
import type { BenchRow } from './bench-row.ts';
import { servePage } from './chart-harness/build-page.ts';

const bars = 50_000;
const firstPaintMs = 100;
const panMs = 25;
const runs = 10;

/** Charts in a real Chromium that rasters in software: first paint, and the frames of panning at several zooms. Medians of ten warm runs. */
export async function bench(): Promise<BenchRow[]> {
  const executablePath = findChromium();
  if (executablePath === null) return [];
  const page = await servePage(join(import.meta.dirname, 'chart-harness'));
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await tab.goto(page.url);
    await tab.waitForFunction(() => 'chartBench' in window);
    const rows: BenchRow[] = [];
    for (const count of [bars / 4, bars, bars * 4]) {
      const budget = count === bars ? firstPaintMs : null;
      rows.push(row(`chart, ${count} bars: first paint`, budget, await median(() => tab.evaluate((length) => window.chartBench.firstPaint(length), count))));
      rows.push(row(`chart, ${count} bars: pan over half of them, 95th percentile of a frame`, count === bars ? panMs : null, await panFrames(tab, count / 2)));
    }
    await tab.evaluate((length) => window.chartBench.firstPaint(length), bars);
    for (const span of [150, 2_000]) rows.push(row(`chart, ${bars} bars: pan over ${span}, 95th percentile of a frame`, panMs, await panFrames(tab, span)));
    return rows;
  } finally {
    await browser.close();
    await page.close();
  }
}

function panFrames(tab: Page, span: number): Promise<number> {
  return median(async () => quantile(await tab.evaluate((width) => window.chartBench.pan(width, 60), span), 0.95));
}

/** The median of ten runs after one that warms up. */
async function median(run: () => Promise<number>): Promise<number> {
  await run();
  const values: number[] = [];
  for (let i = 0; i < runs; i++) values.push(await run());
  return quantile(values, 0.5);
}

function row(name: string, budgetMs: number | null, measured: number): BenchRow {
  return { name, budget: budgetMs === null ? '' : `≤ ${budgetMs} ms`, measured, unit: 'ms', ratio: budgetMs === null ? null : measured / budgetMs };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
