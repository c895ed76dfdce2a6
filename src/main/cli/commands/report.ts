import { AppError, type ErrorReply } from '../../../shared/app-error.ts';
import { reportFormats, type ReportResult } from '../../../shared/contract/reports.ts';
import { resolve } from 'node:path';
import type { Command } from '../command.ts';
import { failureLine } from '../failure-line.ts';
import { choice, requiredText } from '../flag-values.ts';

export const reportCommand: Command = {
  usage: 'report SYMBOL… --format html,pdf,csv,md,json --out DIR',
  options: { format: { type: 'string', default: 'html' }, out: { type: 'string' } },
  access: () => 'read',
  async run({ values, positionals }, { app, invoke, language }) {
    requiredText(positionals[0], 'SYMBOL');
    const out = resolve(requiredText(typeof values['out'] === 'string' ? values['out'] : undefined, '--out DIR'));
    const formats = String(values['format']).split(',').map((format) => choice(format.trim(), '--format', reportFormats));
    const { token } = app.files.grantWrite(out);
    const reports: ReportResult[] = [];
    const failures: { readonly symbol: string; readonly error: ErrorReply }[] = [];
    for (const symbol of positionals) {
      try {
        const { task } = await invoke('reports.create', { symbol, formats, language, folder: token });
        const ended = await app.taskEnd(task);
        if (ended.error !== null) throw new AppError(ended.error.code, ended.error.params);
        // The result of a task of kind `report`, as the contract says.
        reports.push(ended.result as ReportResult);
      } catch (error) {
        if (!(error instanceof AppError) || positionals.length === 1) throw error;
        failures.push({ symbol, error: error.toReply() });
      }
    }
    const json = { out, reports: reports.map(withoutTokens), failures };
    const lines = [
      ...reports.flatMap(({ files, manifest }) => [...files, manifest].map(({ name }) => name)),
      ...reports.flatMap((report) => report.failures.map(({ format, error }) => failureLine(`${report.symbol} ${format}`, error, language))),
      ...failures.map(({ symbol, error }) => failureLine(symbol, error, language)),
    ];
    const complete = failures.length === 0 && reports.every((report) => report.failures.length === 0);
    return { json, text: lines.join('\n'), exitCode: complete ? 0 : 1 };
  },
};

/** Tokens open files for a page of this process; on paper they mean nothing. */
function withoutTokens({ manifest, files, ...report }: ReportResult) {
  const plain = ({ name, bytes, sha256 }: ReportResult['manifest']) => ({ name, bytes, sha256 });
  return { ...report, manifest: plain(manifest), files: files.map(plain) };
}
