import { checkFuzzCase } from '../analysis/chan/chan-fuzz-case.ts';

const seriesCount = 20_000;

/** The long campaign of the Chan engine; returns how many series broke a promise. */
export function main(count = seriesCount): number {
  let errors = 0;
  let differing = 0;
  let broken = 0;
  for (let seed = 0; seed < count; seed++) {
    const { description, problems, error, differsFromBatch } = checkFuzzCase(seed);
    if (error !== null) errors++;
    if (differsFromBatch) {
      differing++;
      console.log(`bar by bar differs from batch: ${description}`);
    }
    if (problems.length === 0) continue;
    broken++;
    console.log(`${description}\n  ${problems.slice(0, 5).join('\n  ')}`);
  }
  console.log(`${count} series: ${broken} broke a promise, ${errors} ended in a documented error, ${differing} differ bar by bar from batch`);
  return broken;
}

if (import.meta.main) process.exitCode = main() > 0 ? 1 : 0;
