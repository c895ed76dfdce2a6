import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    readonly axe?: { run(part: string, options: RunOptions): Promise<AxeResults> };
  }
}

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What axe has against a part of the page. The dark theme differs from the light one in its colours alone, so only those are looked at there. */
export async function axeFindings(page: Page, { theme = 'Light', part = 'html' }: { readonly theme?: string; readonly part?: string } = {}): Promise<string[]> {
  // What fades in or out lets its ground shine through.
  await page.waitForFunction(() => document.querySelector('[data-starting-style], [data-ending-style]') === null);
  // Read once into each document: the script is large, and a page is looked at again and again.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const options: RunOptions = { resultTypes: ['violations'], ...(theme === 'Dark' ? { runOnly: ['color-contrast'] } : {}) };
  return page.evaluate(
    async ([where, how]) => {
      if (window.axe === undefined) throw new Error('axe is not in the page');
      const { violations } = await window.axe.run(where, how);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => [target.join(' '), ...any.map(({ message }) => message)].join(', ')).join(' | ')}`);
    },
    [part, options] as const,
  );
}
