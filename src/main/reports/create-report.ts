import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, type ErrorReply } from '../../shared/app-error.ts';
import type { ReportFormat } from '../../shared/contract/reports.ts';
import { formatUtc, type UtcMs } from '../../shared/time.ts';
import { atomicWrite } from '../files/atomic-write.ts';
import { safeFileName } from '../files/safe-file-name.ts';
import type { PdfPrinter } from '../ports.ts';
import { barsHash } from './bars-hash.ts';
import type { ReportManifest } from './manifest.ts';
import { renderBarsCsv, renderBarsJson } from './render-bars.ts';
import { renderHtml } from './render-html.ts';
import { renderMarkdown } from './render-markdown.ts';
import type { ReportInput } from './report-input.ts';
import { stampPdf } from './stamp-pdf.ts';
import { sha256 } from './sha256.ts';
import { reportEngine, symbolReport } from './symbol-report.ts';

interface CreateReportOptions {
  readonly input: ReportInput;
  readonly formats: readonly ReportFormat[];
  /** Made when it does not exist. */
  readonly folder: string;
  readonly createdAt: UtcMs;
  readonly appVersion: string;
  readonly pdf: PdfPrinter | null;
  readonly signal: AbortSignal;
}

interface CreatedReport {
  readonly manifest: { readonly name: string; readonly sha256: string };
  readonly files: ReportManifest['files'];
  readonly warnings: readonly string[];
  /** Formats that could not be written; the others stand and the manifest lists them. */
  readonly failures: readonly { readonly format: ReportFormat; readonly error: ErrorReply }[];
}

/** Writes a report in the formats asked for and, last, the manifest that lists what was written. */
export async function createReport({ input, formats, folder, createdAt, appVersion, pdf, signal }: CreateReportOptions): Promise<CreatedReport> {
  mkdirSync(folder, { recursive: true });
  const { document, warnings } = symbolReport(input);
  const asOf = input.times.at(-1) ?? '';
  const base = `${safeFileName(input.code)}-${safeFileName(asOf.slice(0, 10))}`;
  const files: ReportManifest['files'][number][] = [];
  const failures: CreatedReport['failures'][number][] = [];
  const keep = (name: string, content: string | Uint8Array): void => {
    files.push({ name, bytes: Buffer.byteLength(content), sha256: sha256(content) });
  };
  const write = (format: 'html' | 'csv' | 'json' | 'md', content: string): void => {
    atomicWrite(join(folder, `${base}.${format}`), content);
    keep(`${base}.${format}`, content);
  };
  // The PDF is printed from the page, so the page comes first and stays when printing fails.
  if (formats.includes('html') || formats.includes('pdf')) write('html', renderHtml(document));
  if (formats.includes('csv')) write('csv', renderBarsCsv(input));
  if (formats.includes('json')) write('json', renderBarsJson(input));
  if (formats.includes('md')) write('md', renderMarkdown(document));
  signal.throwIfAborted();
  if (formats.includes('pdf')) {
    try {
      if (pdf === null) throw new AppError('report.pdf', { html: `${base}.html` });
      const target = join(folder, `${base}.pdf`);
      await pdf.print(join(folder, `${base}.html`), target);
      const bytes = stampPdf(readFileSync(target), createdAt);
      atomicWrite(target, bytes);
      keep(`${base}.pdf`, bytes);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failures.push({ format: 'pdf', error: error.toReply() });
    }
  }
  const manifest = `${JSON.stringify(manifestOf(input, files, warnings, createdAt, appVersion), null, 2)}\n`;
  const name = `${base}.manifest.json`;
  atomicWrite(join(folder, name), manifest);
  return { manifest: { name, sha256: sha256(manifest) }, files, warnings, failures };
}

function manifestOf(
  input: ReportInput,
  files: ReportManifest['files'],
  warnings: readonly string[],
  createdAt: UtcMs,
  appVersion: string,
): ReportManifest {
  const { reply, bars, times } = input;
  const { series } = reply;
  return {
    kind: 'chartroom-report',
    version: 1,
    createdAt: formatUtc(createdAt),
    app: appVersion,
    engine: reportEngine,
    report: {
      symbol: series.symbol, name: input.name, language: input.language, direction: input.direction, asOf: times.at(-1) ?? '', demo: input.demo, seed: null,
    },
    inputs: [
      {
        series: series.symbol, freq: reply.freq, origin: series.origin, basis: series.basis, adjust: reply.adjust, source: series.source,
        fetchedAt: formatUtc(series.fetchedAt), bars: times.length, from: times[0] ?? null, to: times.at(-1) ?? null, sha256: barsHash(bars),
      },
    ],
    warnings: [...warnings],
    files,
  };
}
