/** R2 in full: twenty kills in the middle of an import of 640,000 bars. */
import { killCampaign, type KillResult } from '../durability/kill-campaign.ts';

const size = { chunks: 128, symbolsPerChunk: 25, barsPerPart: 200, stretches: 8 };
const seed = Number(process.env.CHARTROOM_SEED ?? 20_180_207);
const reopenBoundMs = 2_000;

const isGood = (result: KillResult): boolean =>
  result.integrity === 'ok' && result.problems.length === 0 && result.lost.length === 0 && !result.wasRecovered && result.completesToSame && result.reopenMs < reopenBoundMs;

const results = await killCampaign({ kills: 20, seed, size });
for (const result of results) console.log(`${isGood(result) ? 'ok  ' : 'FAIL'} ${JSON.stringify(result)}`);
const failed = results.filter((result) => !isGood(result)).length;
console.log(`R2 ${results.length - failed} of ${results.length} kills survived whole, seed ${seed}`);
process.exitCode = failed > 0 ? 1 : 0;
