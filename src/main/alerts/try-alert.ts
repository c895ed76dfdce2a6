import { alertFires } from '../../analysis/alerts/alert-fires.ts';
import { alertOutcome } from '../../analysis/alerts/alert-outcome.ts';
import { createAlertSource } from '../../analysis/alerts/alert-source.ts';
import { judgeAlert, type BarCondition } from '../../analysis/alerts/judge-alert.ts';
import type { AlertTrial } from '../../shared/contract/alerts.ts';
import type { Frequency } from '../../shared/frequency.ts';
import type { UtcMs } from '../../shared/time.ts';
import { timeText } from '../api/time-text.ts';
import type { SubjectBars } from './subject-bars.ts';

interface Trial {
  readonly symbol: string;
  readonly freq: Frequency;
  readonly condition: BarCondition;
  readonly cooldownMs: number;
  readonly series: SubjectBars;
  readonly now: UtcMs;
}

const shownFires = 200;

/** Where a condition would have fired on the stored closed bars, and what became of the price. Throws `rule.*`, `analysis.*`, `chan.*`. */
export function tryAlert({ symbol, freq, condition, cooldownMs, series: { bars, basis, closeOf }, now }: Trial): AlertTrial {
  const watch = { armedAt: -Infinity as UtcMs, seenUntil: -Infinity, lastMoment: -Infinity, cooldownMs, live: false };
  const { fires } = alertFires(bars, judgeAlert(condition, createAlertSource(bars, basis, 0)), watch, closeOf, now);
  const barText = (time: number): string => timeText({ freq }, time) ?? '';
  return {
    symbol,
    from: timeText({ freq }, bars.time[0] ?? NaN),
    to: timeText({ freq }, bars.time.at(-1) ?? NaN),
    bars: bars.time.length,
    count: fires.length,
    fires: fires.slice(-shownFires).reverse().map(({ index, time }) => ({ bar: barText(time), close: bars.close[index] as number, ...alertOutcome(bars, index) })),
  };
}
