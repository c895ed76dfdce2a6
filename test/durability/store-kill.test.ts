import { expect, test } from 'vitest';
import { killCampaign } from './kill-campaign.ts';

/** The long campaign, with twenty kills, is `npm run soak -- store-kill`. */
const size = { chunks: 32, symbolsPerChunk: 8, barsPerPart: 200, stretches: 8 };

test('R2 an import killed at random moments loses no acknowledged chunk, opens sound, and completes to the same data', async () => {
  const results = await killCampaign({ kills: 4, seed: 20_180_207, size });
  const sound = { integrity: 'ok', problems: [], lost: [], wasRecovered: false, completesToSame: true };
  expect(results).toMatchObject(results.map(() => sound));
  expect(results.map((result) => result.acknowledged >= result.killedAfter)).toEqual(results.map(() => true));
  expect(results.some((result) => result.batchState === 'interrupted')).toBe(true);
}, 60_000);
