import type { Indicator, InputName } from '../../../analysis/indicators/indicator.ts';
import type { IndicatorPlan } from '../../../analysis/indicators/indicator-set.ts';
import { parseIndicatorList } from '../../../analysis/indicators/parse-indicator-list.ts';
import { runUniverse, universeFigures, type Universe } from '../../../analysis/indicators/run-universe.ts';
import { barColumnNames, type BarColumns } from '../../../shared/bars.ts';
import { AppError } from '../../../shared/app-error.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import type { UniverseWork } from '../universe-work.ts';
import { universeItems, type UniverseItem } from './universe-items.ts';

export interface FiguresPlan {
  /** Indicators as `parseIndicatorList` reads them, of those that bars suffice for. */
  readonly set: string;
  readonly freq: Frequency;
  /** Only the newest bars of each series; null for all. Wilder's and exponential means remember what lies before. */
  readonly trailing: number | null;
}

export interface FiguresShared extends Universe {
  /** A row of figures for each series. */
  readonly newest: Float64Array;
  readonly isShifted: readonly boolean[];
}

export interface FiguresSummary {
  /** The figures of a row: `rsi`, `macd.histogram`. */
  readonly figures: readonly string[];
  readonly items: readonly UniverseItem[];
}

/** The newest value of indicators over every series of a frequency; null where there is none or the basis does not allow it. */
export const newestFigures: UniverseWork<FiguresPlan, FiguresShared, FiguresSummary, readonly (number | null)[]> = {
  prepare({ set, freq, trailing }, read) {
    const plans = plansOf(set);
    const inputs = new Set(plans.flatMap(({ indicator }) => indicator.inputs));
    const columns = barColumnNames.filter((name): name is Exclude<keyof BarColumns, 'flags'> => name !== 'flags' && inputs.has(name));
    const universe = read.universe({ freq, columns, trailing });
    const figures = universeFigures(plans);
    const items = universeItems(read, universe.series, freq);
    const newest = new Float64Array(new SharedArrayBuffer(items.length * figures.length * 8));
    return {
      shared: { offsets: universe.offsets, columns: universe.columns, newest, isShifted: items.map(({ basis }) => basis === 'forwardAdditive') },
      summary: { figures: figures.map(({ plan, output }) => nameOf(set, plan, output)), items },
      count: items.length,
    };
  },
  open({ set }, { newest, isShifted, ...universe }) {
    const plans = plansOf(set);
    const figures = universeFigures(plans);
    const refuses = figures.map(({ plan }) => plans[plan]?.indicator.needsPositivePrices === true);
    const watch = { progress: () => undefined, isCancelled: () => false };
    return (first, last) => {
      runUniverse(universe, plans, first, last, newest, watch);
      return Array.from({ length: last - first }, (_, index) => {
        const row = newest.subarray((first + index) * figures.length, (first + index + 1) * figures.length);
        return Array.from(row, (value, figure) => (Number.isFinite(value) && !(refuses[figure] === true && isShifted[first + index] === true) ? value : null));
      });
    };
  },
};

function plansOf(set: string): IndicatorPlan[] {
  return parseIndicatorList(set).map(({ indicator, parameters }) => {
    refuseOtherColumns(indicator);
    return { indicator, parameters };
  });
}

function refuseOtherColumns({ id, inputs }: Indicator): void {
  const known: readonly InputName[] = barColumnNames.filter((name) => name !== 'flags');
  const missing = inputs.find((name) => !known.includes(name));
  if (missing !== undefined) throw new AppError('analysis.input', { indicator: id, field: missing, allowed: inputs.join(', ') });
}

function nameOf(set: string, plan: number, output: string): string {
  const choice = parseIndicatorList(set)[plan];
  if (choice === undefined) return output;
  return Object.keys(choice.indicator.outputs).length === 1 ? choice.text : `${choice.text}.${output}`;
}
