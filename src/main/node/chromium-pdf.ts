import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '../../shared/app-error.ts';
import type { PdfPrinter } from '../ports.ts';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const timeoutMs = 30_000;

/** Prints through an installed Chromium, offline and in a profile of its own; null where none is found. */
export function createChromiumPdf(environment: NodeJS.ProcessEnv): PdfPrinter | null {
  const executable = [environment['CHARTROOM_CHROMIUM'], ...usualPlaces].find((path) => path !== undefined && existsSync(path));
  if (executable === undefined) return null;
  return {
    async print(htmlPath, pdfPath) {
      const profile = mkdtempSync(join(tmpdir(), 'chartroom-print-'));
      try {
        await run(executable, [...flags(profile), `--print-to-pdf=${pdfPath}`, pathToFileURL(htmlPath).href]);
      } catch (error) {
        const problem = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        throw new AppError('report.print', { problem: problem.slice(0, 200), html: basename(htmlPath) }, { cause: error });
      } finally {
        rmSync(profile, { recursive: true, force: true });
      }
      if (!existsSync(pdfPath)) throw new AppError('report.print', { problem: 'nothing was printed', html: basename(htmlPath) });
    },
  };
}

function flags(profile: string): string[] {
  return [
    '--headless', '--disable-gpu', '--no-pdf-header-footer', '--no-first-run', '--disable-extensions', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND', `--user-data-dir=${profile}`,
    // Chromium refuses its sandbox to root; the page is our own, with a policy that runs and loads nothing.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

function run(executable: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(executable, args, { timeout: timeoutMs }, (error) => (error === null ? resolve() : reject(error)));
  });
}
