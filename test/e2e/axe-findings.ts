import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe has against a part of the page. The dark theme differs from the light one in its colours alone, so only those are looked at there. */
export async function axeFindings(page: Page, { theme = 'Light', part = 'html' }: { readonly theme?: string; readonly part?: string } = {}): Promise<string[]> {
  // There are no frames, so axe needs no second page to join their findings in.
  const axe = new AxeBuilder({ page }).include(part).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (theme === 'Dark' ? axe.withRules(['color-contrast']) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}
