import type { Indicator } from '../../../analysis/indicators/indicator.ts';
import { longestWindow, type ParameterValue } from '../../../analysis/indicators/parameter.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { levelSlice } from '../level-slice.ts';
import { lttb } from '../lttb.ts';
import type { LegendItem, Overlay, VisibleRange } from '../overlay.ts';
import { buildPyramid, type BarPyramid } from '../bar-pyramid.ts';
import type { ColorName, Shape } from '../shape.ts';
import { visibleColumns } from '../visible-columns.ts';

/** An indicator with its computed columns, ready to be drawn. */
export interface ComputedIndicator {
  readonly key: string;
  readonly indicator: Indicator;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly columns: Readonly<Record<string, Float64Array>>;
}

/** Its name with the numbers it is computed with: `MACD 12 26 9`. A factor that is rarely touched shows only when it is not the usual one. */
export function indicatorTitle({ indicator, parameters }: Pick<ComputedIndicator, 'indicator' | 'parameters'>, language: Language): string {
  const numbers = Object.entries(indicator.parameters).flatMap(([name, parameter]) => {
    const value = parameters[name];
    if (parameter.kind !== 'number' || value === undefined) return [];
    const isUsual = parameter.step === 1 && parameter.max < longestWindow && value === parameter.default;
    return isUsual ? [] : [value];
  });
  return [shortName(indicator, language), ...numbers].join(' ');
}

/** Letters the field uses (RSI, MACD) read better than the full name in a legend; they are the id where it is short. */
function shortName({ id, name }: Pick<Indicator, 'id' | 'name'>, language: Language): string {
  if (id === 'sma') return 'MA';
  return id.length <= 6 && !id.includes('-') ? id.toUpperCase() : name[language];
}

/** Draws an indicator as its outputs say. `colors` are given to its lines in turn. */
export function indicatorOverlay(computed: ComputedIndicator, colors: readonly ColorName[], format: (value: number) => string, language: Language): Overlay {
  const { key, indicator, columns, parameters } = computed;
  const outputs = Object.entries(indicator.outputs).filter(([, output]) => output.plot !== 'hidden');
  const candles = outputs.filter(([, output]) => output.plot === 'candle').map(([name]) => name);
  const pyramid = candles.length === 4 ? candlePyramid(columns, candles) : null;
  const title = indicatorTitle(computed, language);
  const colorOf = (place: number): ColorName => colors[place % colors.length] ?? 'muted';
  const lines = outputs.filter(([, output]) => output.plot !== 'candle');
  return {
    id: key,
    shapes: (range) => [
      ...(pyramid === null ? [] : [candleShape(key, pyramid, range)]),
      ...lines.map(([name, output], place): Shape => {
        const values = columns[name] ?? new Float64Array(0);
        const ahead = output.shift === undefined ? 0 : Number(parameters[output.shift.parameter] ?? 0) * (output.shift.direction === 'ahead' ? 1 : -1);
        return plot(`${key}/${name}`, output.plot, values, ahead, range, colorOf(place));
      }),
    ],
    legend(index): LegendItem[] {
      const isOwn = indicator.pane === 'own';
      const named = lines.length > 1;
      const figures = lines.map(([name, output], place): LegendItem => ({
        label: named ? output.label[language] : isOwn ? '' : title,
        value: format(columns[name]?.[index] ?? NaN),
        color: colorOf(place),
      }));
      return !isOwn && named ? [{ label: title, value: '' }, ...figures] : figures;
    },
  };
}

function plot(id: string, kind: string, values: Float64Array, ahead: number, range: VisibleRange, color: ColorName): Shape {
  if (kind === 'histogram') return histogram(id, values, range);
  const moved = { first: range.first - range.size - ahead, last: range.last + range.size - ahead };
  const { x, y } = lttb(values, Math.max(0, moved.first), Math.min(values.length - 1, moved.last), range.size);
  if (ahead !== 0) for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) + ahead;
  return { kind: kind === 'dots' ? 'dots' : 'line', id, x, y, pen: { color } };
}

/** Columns either side of zero in the colours of direction: above it rising, below it falling. */
function histogram(id: string, values: Float64Array, range: VisibleRange): Shape {
  const { x, y } = visibleColumns(values, range);
  const rising = Uint8Array.from(y, (value) => (value >= 0 ? 1 : 0));
  return { kind: 'columns', id, x, y, size: range.size, rising, pen: { color: 'muted', opacity: 0.7 } };
}

function candlePyramid(columns: Readonly<Record<string, Float64Array>>, names: readonly string[]): BarPyramid {
  const [open, high, low, close] = names.map((name) => columns[name] ?? new Float64Array(0));
  const none = new Float64Array(0);
  const empty = new Float64Array(close?.length ?? 0);
  return buildPyramid({ time: close ?? none, open: open ?? none, high: high ?? none, low: low ?? none, close: close ?? none, volume: empty, amount: empty, flags: new Uint8Array(0) });
}

function candleShape(key: string, pyramid: BarPyramid, range: VisibleRange): Shape {
  const { x, size, from, to, level } = levelSlice(pyramid, range);
  const part = (column: Float64Array): Float64Array => column.subarray(from, to);
  return { kind: 'candles', id: `${key}/candles`, x, size, open: part(level.open), high: part(level.high), low: part(level.low), close: part(level.close), isGhost: true };
}
