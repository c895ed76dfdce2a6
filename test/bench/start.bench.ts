import { openWindow } from '../e2e/open-window.ts';
import { findChromium } from '../find-chromium.ts';
import type { BenchRow } from './bench-row.ts';

const budgetMs = 2_000;
const runs = 5;

/** From the click on the first page to a drawn demo chart: the first time, when the demo is made, and again. */
export async function bench(): Promise<BenchRow[]> {
  if (findChromium() === null) return [];
  const first: number[] = [];
  const again: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const window = await openWindow();
    const { page } = window;
    const drawn = async (): Promise<void> => {
      await page.getByRole('main').getByRole('heading', { name: /CN01/ }).waitFor();
      await page.getByRole('main').locator('canvas').first().waitFor();
    };
    let start = performance.now();
    await page.getByRole('button', { name: 'Explore the demo' }).click();
    await drawn();
    first.push(performance.now() - start);
    await page.getByRole('button', { name: 'Leave the demo' }).click();
    await page.getByRole('button', { name: 'Explore the demo' }).waitFor();
    start = performance.now();
    await page.getByRole('button', { name: 'Explore the demo' }).click();
    await drawn();
    again.push(performance.now() - start);
    await window.close();
  }
  return [row('demo chart drawn, the demo made first', first), row('demo chart drawn, the demo there already', again)];
}

function row(name: string, times: readonly number[]): BenchRow {
  const measured = times.toSorted((a, b) => a - b)[runs >> 1] ?? NaN;
  return { name, budget: `≤ ${budgetMs} ms`, measured, unit: 'ms', ratio: measured / budgetMs };
}
