import { barCount, type BarColumns } from '../../shared/bars.ts';
import type { Basis } from '../../shared/basis.ts';
import { coverageOf, totalOf, type ExplanationRow } from './explanation.ts';
import { averageWindows, scoreColumns, type ScoreColumns } from './score-columns.ts';
import { refuseShiftedPrices } from './score.ts';

export const radarAxes = ['trend', 'indicators', 'levels', 'volatility'] as const;
type RadarAxis = (typeof radarAxes)[number];

interface RadarValue {
  readonly axis: RadarAxis;
  /** 0..10; null where less than half of the axis applies. */
  readonly value: number | null;
  readonly rows: readonly ExplanationRow[];
}

/** The four axes of the technical radar on the last bar. They are shown side by side; their sum says nothing more. Source: models.md 1.6. */
export function technicalRadar(bars: BarColumns, basis: Basis): RadarValue[] {
  refuseShiftedPrices(basis, 'radar');
  const last = barCount(bars) - 1;
  const columns = scoreColumns(last + 1)(bars, last);
  const rows: Readonly<Record<RadarAxis, readonly ExplanationRow[]>> = {
    trend: trendRows(bars, columns, last),
    indicators: indicatorRows(columns, last),
    levels: levelRows(bars, columns, last),
    volatility: volatilityRows(bars, columns, last),
  };
  return radarAxes.map((axis) => {
    const coverage = coverageOf(rows[axis]);
    return { axis, value: coverage >= 0.5 ? totalOf(rows[axis]) / coverage : null, rows: rows[axis] };
  });
}

function row(code: string, input: number, threshold: number | null, contribution: number, maximum: number): ExplanationRow {
  const applies = Number.isFinite(input);
  return { code, input: applies ? input : null, threshold, contribution: applies ? contribution : 0, maximum };
}

function trendRows({ close }: BarColumns, { short, medium, long, atr }: ScoreColumns, i: number): ExplanationRow[] {
  const [price, fast, middle, slow] = [close[i] as number, short[i] as number, medium[i] as number, long[i] as number];
  const moves = (atr[i] as number) > 0;
  const known = moves && i >= averageWindows.long - 1;
  const stack = fast > middle && middle > slow ? 5 : fast > middle ? 3 : middle > slow ? 2 : 0;
  const over = price > fast ? 3 : price > middle ? 2 : 0;
  // The stack gives 5 and the close 3, so the axis is stretched from 8 to 10.
  return [
    row('radar.stack', known ? (fast / middle - 1) * 100 : NaN, 0, (stack * 10) / 8, 50 / 8),
    row('radar.close', moves && i >= averageWindows.medium - 1 ? (price / fast - 1) * 100 : NaN, 0, (over * 10) / 8, 30 / 8),
  ];
}

function indicatorRows({ rsi, histogram, atr }: ScoreColumns, i: number): ExplanationRow[] {
  const strength = rsi[i] as number;
  const points = strength < 30 ? 5 : strength > 70 ? 0 : strength >= 40 && strength <= 60 ? 2 : 4;
  const bar = i >= 34 && (atr[i] as number) > 0 ? (histogram[i] as number) : NaN;
  const cross = bar > 0 ? 3 : bar > (histogram[i - 1] as number) ? 1 : 0;
  return [row('radar.rsi', strength, 30, (points * 10) / 8, 50 / 8), row('radar.macd', bar, 0, (cross * 10) / 8, 30 / 8)];
}

function levelRows({ close }: BarColumns, { upper, lower }: ScoreColumns, i: number): ExplanationRow[] {
  const price = close[i] as number;
  const apart = (upper[i] as number) > (lower[i] as number) && price > 0;
  const toLower = apart ? ((price - (lower[i] as number)) / price) * 100 : NaN;
  const toUpper = apart ? (((upper[i] as number) - price) / price) * 100 : NaN;
  return [
    row('radar.nearLower', toLower, 2, toLower < 2 ? 5 : toLower < 5 ? 3 : 0, 5),
    row('radar.roomAbove', toUpper, 5, toUpper > 5 ? 5 : toUpper > 2 ? 2 : 0, 5),
  ];
}

function volatilityRows({ close, volume }: BarColumns, { atr, volumeMean }: ScoreColumns, i: number): ExplanationRow[] {
  const price = close[i] as number;
  const range = atr[i] as number;
  const share = range > 0 ? (range / price) * 100 : NaN;
  const ratio = range > 0 ? (volume[i] as number) / (volumeMean[i] as number) : NaN;
  const up = price > (close[i - 1] as number);
  const points = ratio > 1.5 && up ? 4 : ratio < 0.8 && !up ? 3 : ratio > 1 && up ? 2 : 0;
  return [
    row('radar.volatility', share, 2, ((share < 2 ? 3 : share < 4 ? 2 : 0) * 10) / 7, 30 / 7),
    row('radar.volume', ratio, 1.5, (points * 10) / 7, 40 / 7),
  ];
}
