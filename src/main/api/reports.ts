import { join } from 'node:path';
import { barTimeText } from '../../shared/bar-time-text.ts';
import { sliceBars } from '../../shared/bars.ts';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import type { ReportFile, ReportResult } from '../../shared/contract/reports.ts';
import { frequencies, type Frequency } from '../../shared/frequency.ts';
import type { FileTokens } from '../files/file-tokens.ts';
import type { Ports } from '../ports.ts';
import { barsHash } from '../reports/bars-hash.ts';
import { createReport } from '../reports/create-report.ts';
import type { ReportInput } from '../reports/report-input.ts';
import { verifyReport, type InputHash } from '../reports/verify-report.ts';
import type { TaskRunner } from '../tasks/task-runner.ts';
import type { BarSource } from './bar-source.ts';
import type { HandlersOf } from './handlers.ts';
import { readBars } from './read-bars.ts';
import { resolveInstrument } from './resolve-symbol.ts';

interface ReportServices {
  readonly from: BarSource;
  readonly tasks: TaskRunner;
  readonly files: FileTokens;
  readonly ports: Ports;
  readonly demo: boolean;
  /** The colour convention in force. */
  readonly direction: () => string;
}

/** Reports of one symbol, and the check of a report that someone handed over. */
export function reportsHandlers(services: ReportServices): HandlersOf<'reports'> {
  const { from, tasks, files, ports } = services;
  return {
    'reports.create': ({ symbol, formats, language, folder }) => {
      const input = reportInput(services, symbol, language);
      const target = folder === undefined ? join(ports.paths.profile, 'reports') : files.resolve(folder, 'write').path;
      const task = tasks.start('report', input.code, async ({ signal }): Promise<ReportResult> => {
        const created = await createReport({
          input, formats, folder: target, createdAt: ports.clock.now(), appVersion: ports.version, pdf: ports.pdf, signal,
        });
        const granted = (file: { readonly name: string; readonly sha256: string }): ReportFile => ({
          ...files.grantRead(join(target, file.name)), sha256: file.sha256,
        });
        return {
          symbol: input.reply.series.symbol,
          asOf: input.times.at(-1) ?? '',
          manifest: granted(created.manifest),
          files: created.files.map(granted),
          warnings: created.warnings,
          failures: created.failures,
        };
      });
      return { task: task.id };
    },
    'reports.verify': ({ manifest, files: given }) => {
      const { path } = files.resolve(manifest, 'read');
      const byName = new Map(given.map((token) => files.resolve(token, 'read')).map((file) => [file.name, file.path]));
      const { manifest: found, ok, items } = verifyReport(path, hashInStore(from), byName);
      return { symbol: found.report.symbol, asOf: found.report.asOf, createdAt: found.createdAt, ok, items };
    },
  };
}

function reportInput({ from, demo, direction }: ReportServices, symbol: string, language: 'en' | 'zh'): ReportInput {
  const instrument = resolveInstrument(symbol, from.store.read.instruments());
  const reply = readBars(from, { symbol: instrument.symbol, adjust: 'none' });
  const name = language === 'zh' ? (instrument.nameZh ?? instrument.nameEn) : (instrument.nameEn ?? instrument.nameZh);
  return {
    language, direction: direction(), demo, code: instrument.code, name, market: instrument.mic, tickSize: instrument.tickSize, reply, bars: reply.columns,
    times: timesOf(reply.columns.time, reply.freq),
  };
}

function timesOf(times: Float64Array, freq: Frequency): string[] {
  return Array.from(times, (time) => barTimeText(freq, time));
}

/** Bars that came after the report are not its concern: the series is hashed up to the report's last bar. */
function hashInStore(from: BarSource): InputHash {
  return (input) => {
    const { store } = from;
    const instrument = store.read.instrument(input.series);
    const freq = frequencies.find((known) => known === input.freq);
    if (instrument === null || freq === undefined) return null;
    const request: ParsedInput<'bars.read'> = { symbol: instrument.symbol, freq, adjust: 'none' };
    const series = store.read.seriesOf(instrument.id).find((one) => one.freq === freq && one.origin === input.origin && one.basis === input.basis);
    if (series !== undefined) request.series = series.id;
    const { columns } = readBars(from, request);
    const times = timesOf(columns.time, freq);
    const end = input.to === null ? times.length : times.indexOf(input.to) + 1;
    return barsHash(sliceBars(columns, 0, end));
  };
}
