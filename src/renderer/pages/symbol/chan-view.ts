import type { ChanSeries } from '../../../analysis/chan/chan-series.ts';
import { parseChanConfig } from '../../../analysis/chan/parse-chan-config.ts';
import { AppError, type ErrorReply } from '../../../shared/app-error.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import type { Basis } from '../../../shared/basis.ts';
import { chanStructure } from '../../charts/chan-structure.ts';

/** The Chan structure of the bars on the chart, or why there is none. */
export type ChanView = { readonly kind: 'ready'; readonly structure: ChanSeries } | { readonly kind: 'refused'; readonly error: ErrorReply };

/** `options` is the JSON text of one object of options, or empty. */
export function chanView(bars: BarColumns, basis: Basis, options: string): ChanView {
  try {
    return { kind: 'ready', structure: chanStructure(bars, parseChanConfig(parseOptions(options)), basis) };
  } catch (thrown) {
    if (thrown instanceof AppError) return { kind: 'refused', error: thrown.toReply() };
    throw thrown;
  }
}

function parseOptions(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('chan.option', { field: 'config', value: text.slice(0, 40), allowed: '{ … }' });
  }
}
