import { AppError } from '../../../../shared/app-error.ts';
import { symbolCandidates } from '../../../../shared/symbol-text.ts';
import type { ConvertedFile } from '../converted-file.ts';
import type { FormatTraits } from '../format.ts';
import { extendedMarkets } from './extended-markets.ts';

const fileName = /^(sh|sz|bj)(\d{6})\.(day|lc1|lc5)$/i;
/** Extended markets (`ds` folder): the number of the market in front of the code. */
const extendedName = /^(\d{2})#([\dA-Z]{1,12})\.day$/i;
const recordBytes = 32;
const header = 'date,open,high,low,close,amount,volume';
/** The name says how these files are read; a little of the text is enough to check the figures. A folder holds thousands of them. */
const sampleBytes = 4 * 1024;

/** Whether a file carries the name of a 通达信 `vipdoc` bar file. */
export function isVipdoc(name: string): boolean {
  return fileName.test(name) || extendedName.test(name);
}

/**
 * Reads the binary bars of a 通达信 `vipdoc` folder: 32-byte records, little endian. `.day` holds prices as whole numbers (hundredths, for
 * funds and bonds thousandths; floats for extended markets), `.lc1` and `.lc5` hold floats and a packed date with the minute at which the
 * bar ends. Error: `import.damaged`.
 */
export function vipdocToTable(name: string, bytes: Uint8Array): ConvertedFile {
  if (bytes.length === 0) throw new AppError('import.empty');
  if (bytes.length % recordBytes !== 0) throw new AppError('import.damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [, market, foreign = ''] = extendedName.exec(name) ?? [];
  if (market !== undefined) return extendedTable(view, bytes.length, market, foreign);
  const [, exchange = '', code = '', extension = ''] = fileName.exec(name) ?? [];
  const daily = extension.toLowerCase() === 'day';
  const divisor = daily ? priceDivisor(`${exchange}${code}`) : 1;
  const lines = [header];
  for (let at = 0; at < bytes.length; at += recordBytes) lines.push(daily ? dailyLine(view, at, divisor) : minuteLine(view, at));
  const traits: FormatTraits = {
    confidence: 1, basis: 'raw', zone: 'Asia/Shanghai', stampsBarEnd: true, symbol: `${exchange}${code}`.toUpperCase(),
    freq: daily ? '1d' : extension.toLowerCase() === 'lc1' ? '1m' : '5m',
    ...(daily ? { dateFormat: 'yyyyMMdd' as const } : { dateFormat: 'yyyy-MM-dd' as const }),
  };
  return { text: new TextEncoder().encode(lines.join('\n')), format: { id: 'vipdoc', recognise: () => traits }, sampleBytes };
}

/** Days of an extended market: prices as floats, then amount (a float too), volume and settlement. */
function extendedTable(view: DataView, length: number, market: string, code: string): ConvertedFile {
  const lines = [header];
  for (let at = 0; at < length; at += recordBytes) {
    const price = (offset: number): number => Number(view.getFloat32(at + offset, true).toPrecision(7));
    lines.push(`${view.getUint32(at, true)},${price(4)},${price(8)},${price(12)},${price(16)},${view.getFloat32(at + 20, true)},${view.getUint32(at + 24, true)}`);
  }
  const exchange = extendedMarkets[market];
  const traits: FormatTraits = { confidence: 1, basis: 'raw', freq: '1d', dateFormat: 'yyyyMMdd', symbol: exchange === undefined ? code : `${exchange}:${code}` };
  return { text: new TextEncoder().encode(lines.join('\n')), format: { id: 'vipdoc', recognise: () => traits }, sampleBytes };
}

function dailyLine(view: DataView, at: number, divisor: number): string {
  const price = (offset: number): number => view.getUint32(at + offset, true) / divisor;
  return `${view.getUint32(at, true)},${price(4)},${price(8)},${price(12)},${price(16)},${view.getFloat32(at + 20, true)},${view.getUint32(at + 24, true)}`;
}

function minuteLine(view: DataView, at: number): string {
  const packed = view.getUint16(at, true);
  const [year, month, day] = [Math.floor(packed / 2_048) + 2_004, Math.floor((packed % 2_048) / 100), (packed % 2_048) % 100];
  const minutes = view.getUint16(at + 2, true);
  const two = (value: number): string => String(value).padStart(2, '0');
  // Seven digits are what a float holds; more would show the error of its binary form.
  const price = (offset: number): number => Number(view.getFloat32(at + offset, true).toPrecision(7));
  const time = `${year}-${two(month)}-${two(day)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return `${time},${price(4)},${price(8)},${price(12)},${price(16)},${view.getFloat32(at + 20, true)},${view.getInt32(at + 24, true)}`;
}

/** Funds, bonds, repurchases, and B shares in Shanghai are quoted to the thousandth. */
function priceDivisor(symbol: string): number {
  const [candidate] = symbolCandidates(symbol);
  return candidate?.kind === 'etf' || /^(sh(900|0[12]|1[0-4]|20)|sz1[0-4])/i.test(symbol) ? 1_000 : 100;
}
