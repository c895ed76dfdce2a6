/** Runs one benchmark file and sends its rows to the process that forked this one. */
import { pathToFileURL } from 'node:url';
import type { BenchRow } from './bench-row.ts';

const [path = ''] = process.argv.slice(2);
const { bench } = (await import(pathToFileURL(path).href)) as { bench: () => Promise<BenchRow[]> };
process.send?.(await bench());
process.disconnect();
