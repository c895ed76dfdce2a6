import type { Basis } from '../../../../shared/basis.ts';
import type { Frequency } from '../../../../shared/frequency.ts';
import { symbolCandidates } from '../../../../shared/symbol-text.ts';
import { fileStem } from '../file-stem.ts';
import type { Format } from '../format.ts';

const title = /^\s*#?(\d{5,6}|[A-Z]{1,5})\s+(.+?)\s+(日线|周线|月线|(\d+)分钟(?:线)?)(?:\s+(前复权|后复权|不复权|除权|等比前复权|等比后复权))?\s*$/;
const frequencies: Readonly<Record<string, Frequency>> = { 日线: '1d', 周线: '1w', 月线: '1M', '1': '1m', '5': '5m', '15': '15m', '30': '30m', '60': '1h' };
const bases: Readonly<Record<string, Basis>> = {
  前复权: 'forwardAdditive', 后复权: 'forwardAdditive', 等比前复权: 'total', 等比后复权: 'total', 不复权: 'raw', 除权: 'raw',
};
/** Number of the extended market in front of the code (`31#00700`). */
const extended: Readonly<Record<string, string>> = { '31': 'XHKG', '48': 'XHKG', '71': 'XHKG', '74': 'US' };

/**
 * 通达信 text exports: a title (`600519 贵州茅台 日线 前复权`), a padded header, a source note at the end. Volume in shares, minutes stamped
 * with their end, adjusted prices moved by subtraction.
 */
export const tongdaxin: Format = {
  id: 'tongdaxin',
  recognise({ name, lines }, table) {
    const match = lines.slice(0, 3).map((line) => title.exec(line)).find((one) => one !== null);
    const noted = lines.some((line) => /数据来源[:：]\s*通达信/.test(line));
    if (table === null || (match === undefined && !noted)) return null;
    const [, code = '', company, period = '', minutes, adjustment] = match ?? [];
    const stem = /^(SH|SZ|BJ)#?(\d{6})(?!\d)/i.exec(fileStem(name)) ?? /^(\d{2})#([\dA-Z]+)/i.exec(fileStem(name));
    const exchange = stem === null ? undefined : extended[stem[1] ?? ''] ?? stem[1];
    return {
      confidence: match === undefined ? 0.85 : 0.98,
      freq: frequencies[minutes ?? period],
      basis: adjustment === undefined ? undefined : bases[adjustment],
      symbol: symbolOf(code === '' ? stem?.[2] : code, exchange, company),
      company: company?.replace(/\s+/g, ''),
      volumeUnit: 'shares',
      stampsBarEnd: true,
    };
  },
};

/** A code that is a stock and an index is told by the name in the title. */
function symbolOf(code: string | undefined, exchange: string | undefined, company: string | undefined): string | undefined {
  if (code === undefined || exchange !== undefined) return code === undefined ? undefined : `${exchange}:${code}`;
  const candidates = symbolCandidates(code);
  if (candidates.length < 2 || company === undefined) return code;
  const index = /指|沪深|上证|中证|科创|红利|综/.test(company);
  const chosen = candidates.find(({ kind }) => (kind === 'index') === index);
  return chosen === undefined ? code : `${chosen.mic}:${chosen.code}`;
}
