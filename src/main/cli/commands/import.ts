import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError, type ErrorReply } from '../../../shared/app-error.ts';
import { bases } from '../../../shared/basis.ts';
import { columnRoles, dateFormats, encodings, importOptions, type ImportOptions, type ImportResult } from '../../../shared/contract/imports.ts';
import { frequencies } from '../../../shared/frequency.ts';
import type { ParsedArguments } from '../arguments.ts';
import type { Command, CommandContext } from '../command.ts';
import { failureLine } from '../failure-line.ts';
import { choice } from '../flag-values.ts';
import { importBatches } from './import-batches.ts';

const markets = importOptions.shape.market.unwrap().options;

export const importCommand: Command = {
  usage:
    'import FILE|FOLDER|ZIP… [--symbol S] [--mapping NAME] [--columns ROLE,…] [--encoding auto|utf-8|gbk|big5] [--market US|CN|HK|UK|CRYPTO|FX] [--exchange MIC]\n' +
    '         [--zone Z] [--currency C] [--date-format F] [--decimal .|,] [--basis raw|split|total|forwardAdditive] [--freq 1d|5m|…] [--unit shares|lots] [--save-mapping NAME]\n' +
    'import --batches · import --undo BATCH',
  options: {
    symbol: { type: 'string' },
    mapping: { type: 'string' },
    columns: { type: 'string' },
    encoding: { type: 'string' },
    market: { type: 'string' },
    exchange: { type: 'string' },
    zone: { type: 'string' },
    currency: { type: 'string' },
    'date-format': { type: 'string' },
    decimal: { type: 'string' },
    basis: { type: 'string' },
    freq: { type: 'string' },
    unit: { type: 'string' },
    'save-mapping': { type: 'string' },
    batches: { type: 'boolean' },
    undo: { type: 'string' },
  },
  access: ({ values }) => (values['batches'] === true && values['undo'] === undefined ? 'read' : 'write'),
  async run(parsed, context) {
    const { batches, undo } = parsed.values;
    if (batches === true || typeof undo === 'string') return importBatches(typeof undo === 'string' ? undo : undefined, context);
    if (parsed.positionals.length === 0) throw new AppError('app.usage', { problem: 'FILE is missing' });
    const options = optionsFrom(parsed);
    await saveMapping(parsed, options, context);
    const files: ImportResult[] = [];
    const failures: { readonly file: string; readonly error: ErrorReply }[] = [];
    for (const file of parsed.positionals) {
      try {
        // After an interrupt nothing more is begun.
        if (context.signal.aborted) throw new AppError('app.cancelled');
        const result = await importOne(file, options, context);
        files.push(result);
        failures.push(...result.failures.map((one) => ({ file: `${file}/${one.file}`, error: one.error })));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        failures.push({ file, error: error.toReply() });
      }
    }
    // One file that failed is the command's own error; of several, the others' results are kept and the failures listed.
    const [only] = failures;
    if (files.length === 0 && failures.length === 1 && only !== undefined) throw new AppError(only.error.code, only.error.params);
    const json = { ...totals(files), files, failures };
    const text = [...files.map(summary), ...failures.map(({ file, error }) => failureLine(file, error, context.language))].join('\n');
    return { json, text, exitCode: failures.length > 0 ? 1 : 0 };
  },
};

function optionsFrom({ values }: ParsedArguments): ImportOptions {
  const options: ImportOptions = {};
  const text = (name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);
  const [market, encoding, dateFormat, decimal] = [text('market'), text('encoding'), text('date-format'), text('decimal')];
  const [basis, freq, unit, columns] = [text('basis'), text('freq'), text('unit'), text('columns')];
  for (const name of ['symbol', 'mapping', 'exchange', 'zone', 'currency'] as const) {
    const value = text(name);
    if (value !== undefined) options[name] = value;
  }
  if (market !== undefined) options.market = choice(market.toUpperCase(), '--market', markets);
  if (encoding !== undefined) options.encoding = choice(encoding.toLowerCase(), '--encoding', encodings);
  if (dateFormat !== undefined) options.dateFormat = choice(dateFormat, '--date-format', dateFormats);
  if (decimal !== undefined) options.decimal = choice(decimal, '--decimal', ['.', ',']);
  if (basis !== undefined) options.basis = choice(basis, '--basis', bases);
  if (freq !== undefined) options.freq = choice(freq, '--freq', frequencies);
  if (unit !== undefined) options.volumeUnit = choice(unit, '--unit', ['shares', 'lots']);
  if (columns !== undefined) options.columns = columns.split(',').map((role) => choice(role.trim(), '--columns', columnRoles));
  return options;
}

/** Keeps the options given beside `--save-mapping NAME`, for later files of the kind. */
async function saveMapping({ values }: ParsedArguments, { symbol: _symbol, mapping: _mapping, ...options }: ImportOptions, { invoke }: CommandContext): Promise<void> {
  const name = values['save-mapping'];
  if (typeof name === 'string') await invoke('import.saveMapping', { name, options });
}

async function importOne(file: string, options: ImportOptions, { app, invoke, progress, signal }: CommandContext): Promise<ImportResult> {
  const path = resolve(file);
  if (statSync(path, { throwIfNoEntry: false }) === undefined) throw new AppError('file.missing', { file });
  const { token } = app.files.grantRead(path);
  const { task } = await invoke('import.start', { file: token, options });
  const stop = app.events.subscribe((event) => {
    if (event.type !== 'task' || event.event.task !== task || event.event.snapshot === null) return;
    const { done, total } = event.event.snapshot;
    if (total !== null && total > 0) progress(`${file}  ${Math.round((100 * done) / total)} %`);
  });
  signal.addEventListener('abort', () => void invoke('tasks.cancel', { task }), { once: true });
  try {
    const ended = await app.taskEnd(task);
    if (ended.error !== null) throw new AppError(ended.error.code, ended.error.params);
    if (ended.state !== 'completed') throw new AppError('app.cancelled');
    // The result of a task of kind `import`, as the contract says.
    return ended.result as ImportResult;
  } finally {
    stop();
    app.files.release(token);
  }
}

function totals(files: readonly ImportResult[]) {
  const sum = (pick: (file: ImportResult) => number): number => files.reduce((total, file) => total + pick(file), 0);
  const counts: Record<string, number> = {};
  for (const file of files) for (const [rule, count] of Object.entries(file.repaired)) counts[rule] = (counts[rule] ?? 0) + count;
  return {
    rows: sum((file) => file.rows),
    imported: sum((file) => file.imported),
    unchanged: sum((file) => file.unchanged),
    rejected: sum((file) => file.rejected),
    skipped: sum((file) => file.skipped),
    symbols: sum((file) => file.symbols),
    repaired: counts,
  };
}

function summary(result: ImportResult): string {
  const rules = Object.entries(result.repaired).map(([rule, count]) => `${rule} ${count}`).join(', ');
  const lines = [
    `${result.file} (${result.format}): ${result.rows} rows, ${result.symbols} symbols, ${result.from ?? '–'} … ${result.to ?? '–'}, ${Math.round(result.elapsedMs)} ms`,
    ...(result.watchlist === null ? [] : [`  watchlist ${result.watchlist}`]),
    `  imported ${result.imported}, unchanged ${result.unchanged}, rejected ${result.rejected}, skipped ${result.skipped}${rules === '' ? '' : `; flagged: ${rules}`}`,
    ...result.rejections.slice(0, 20).map(({ line, rule, text }) => `  line ${line}: ${rule}: ${text}`),
  ];
  return lines.join('\n');
}
