import { resolve } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { reportFormats, type ReportResult } from '../../../shared/contract/reports.ts';
import type { Command } from '../command.ts';
import { eachOf, failureLines } from '../each-of.ts';
import { failureLine } from '../failure-line.ts';
import { choice, flagText, requiredText } from '../flag-values.ts';

export const reportCommand: Command = {
  usage: 'report SYMBOL… --format html,pdf,csv,md,json --out DIR',
  options: { format: { type: 'string', default: 'html' }, out: { type: 'string' } },
  access: () => 'read',
  async run({ values, positionals }, { app, invoke, language }) {
    requiredText(positionals[0], 'SYMBOL');
    const out = resolve(requiredText(flagText(values['out']), '--out DIR'));
    const formats = String(values['format']).split(',').map((format) => choice(format.trim(), '--format', reportFormats));
    const { token } = app.files.grantWrite(out);
    const { results: reports, failures } = await eachOf(positionals, async (symbol) => {
      const { task } = await invoke('reports.create', { symbol, formats, language, folder: token });
      const ended = await app.taskEnd(task);
      if (ended.error !== null) throw new AppError(ended.error.code, ended.error.params);
      // The result of a task of kind `report`, as the contract says.
      return ended.result as ReportResult;
    });
    const json = { out, reports: reports.map(withoutTokens), failures: failures.map(({ name, error }) => ({ symbol: name, error })) };
    const lines = [
      ...reports.flatMap(({ files, manifest }) => [...files, manifest].map(({ name }) => name)),
      ...reports.flatMap((report) => report.failures.map(({ format, error }) => failureLine(`${report.symbol} ${format}`, error, language))),
      ...failureLines({ failures }, language),
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
