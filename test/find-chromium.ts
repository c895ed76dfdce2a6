import { existsSync } from 'node:fs';

const usualPlaces = [
  process.env.CHARTROOM_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of an installed Chromium, or null. `CHARTROOM_CHROMIUM` names one that lies elsewhere. */
export function findChromium(): string | null {
  return usualPlaces.find((path) => path !== undefined && existsSync(path)) ?? null;
}
