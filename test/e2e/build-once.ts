import { ensureBuilt } from '../../src/main/cli/renderer-root.ts';
import { findChromium } from '../find-chromium.ts';

/** Builds the renderer before the first browser opens, unless it is newer than its sources. */
export function setup(): void {
  if (findChromium() !== null) ensureBuilt();
}
