import { AppError } from '../../../../shared/app-error.ts';
import type { Basis } from '../../../../shared/basis.ts';
import type { Frequency } from '../../../../shared/frequency.ts';
import { fileStem } from '../file-stem.ts';
import type { Format } from '../format.ts';
import { extendedMarkets } from './extended-markets.ts';

const title = /^\s*#?(\d{5,6}|[A-Z]{1,5})\s+(.+?)\s+(日线|周线|月线|季线|半年线|年线|(\d+)分钟(?:线)?|\d+日线)(?:\s+(前复权|后复权|不复权|除权|等比前复权|等比后复权))?\s*$/;
/** The title of a table saved from the screen: `平安银行 (000001)`. */
const screenTitle = /^\s*(\p{Script=Han}.*?)\s*[(（](\d{6})[)）]\s*$/u;
const frequencies: Readonly<Record<string, Frequency>> = { 日线: '1d', 周线: '1w', 月线: '1M', '1': '1m', '5': '5m', '15': '15m', '30': '30m', '60': '1h' };
const bases: Readonly<Record<string, Basis>> = {
  前复权: 'forwardAdditive', 后复权: 'forwardAdditive', 等比前复权: 'total', 等比后复权: 'total', 不复权: 'raw', 除权: 'raw',
};

/**
 * 通达信 text exports: a title (`600519 贵州茅台 日线 前复权`), a padded header, a source note at the end. Volume in shares, minutes stamped
 * with their end, adjusted prices moved by subtraction. Error: `import.period` for quarters, years and other steps.
 */
export const tongdaxin: Format = {
  id: 'tongdaxin',
  recognise({ name, lines }, table) {
    const match = lines.slice(0, 3).map((line) => title.exec(line)).find((one) => one !== null);
    const noted = lines.some((line) => /数据来源[:：]\s*通达信/.test(line));
    if (table === null) return null;
    const [, shown, shownCode] = screenTitle.exec(lines[0] ?? '') ?? [];
    if (match === undefined && !noted) return shown === undefined ? null : { confidence: 0.8, symbol: shownCode, company: shown, market: 'CN' };
    const [, code = '', company, period = '', minutes, adjustment] = match ?? [];
    const freq = frequencies[minutes ?? period];
    if (period !== '' && freq === undefined) throw new AppError('import.period', { period });
    const stem = /^(SH|SZ|BJ)#?(\d{6})(?!\d)/i.exec(fileStem(name)) ?? /^(\d{2})#([\dA-Z]+)/i.exec(fileStem(name));
    const exchange = stem === null ? undefined : extendedMarkets[stem[1] ?? ''] ?? stem[1];
    return {
      confidence: match === undefined ? 0.85 : 0.98,
      freq,
      basis: adjustment === undefined ? undefined : bases[adjustment],
      symbol: exchange === undefined ? code || stem?.[2] : `${exchange}:${code || stem?.[2]}`,
      company: company?.replace(/\s+/g, ''),
      volumeUnit: 'shares',
      stampsBarEnd: true,
    };
  },
};
