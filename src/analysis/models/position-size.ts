import { AppError } from '../../shared/app-error.ts';
import type { ExplanationRow } from './explanation.ts';

interface PositionSizeInput {
  /** Loss accepted on the trade, percent of capital. */
  readonly riskPercent: number;
  /** Distance of the stop from the entry, percent of the price. */
  readonly stopPercent: number;
  /** Average true range in percent of the close; null where unknown. */
  readonly volatility: number | null;
}

interface PositionSize {
  /** Percent of capital, at most 25. */
  readonly percent: number;
  /** Before the cap. */
  readonly uncapped: number;
  readonly volatilityFactor: number;
  readonly capped: boolean;
  readonly rows: readonly ExplanationRow[];
}

export const defaultRiskPercent = 2;
export const defaultStopPercent = 5;
const largestPercent = 25;

/**
 * How much of the capital to put into one position: risk ÷ stop, less when the market is lively (× 0.6 above 4 %, × 0.8 above 2.5 %),
 * a little more when it is quiet (× 1.2 below 1 %), at most 25 %. Source: models.md 1.8.
 */
export function positionSize({ riskPercent, stopPercent, volatility }: PositionSizeInput): PositionSize {
  requirePositive('riskPercent', riskPercent);
  requirePositive('stopPercent', stopPercent);
  const base = (riskPercent / stopPercent) * 100;
  const volatilityFactor = volatility === null ? 1 : volatility > 4 ? 0.6 : volatility > 2.5 ? 0.8 : volatility < 1 ? 1.2 : 1;
  const uncapped = base * volatilityFactor;
  const percent = Math.min(largestPercent, uncapped);
  return {
    percent,
    uncapped,
    volatilityFactor,
    capped: uncapped > largestPercent,
    rows: [
      { code: 'position.base', input: stopPercent, threshold: riskPercent, contribution: base, maximum: base },
      { code: 'position.volatility', input: volatility, threshold: 2.5, contribution: uncapped - base, maximum: 0.2 * base },
      { code: 'position.cap', input: uncapped, threshold: largestPercent, contribution: percent - uncapped, maximum: 0 },
    ],
  };
}

function requirePositive(field: string, value: number): void {
  if (!(value > 0 && value <= 100)) throw new AppError('model.value', { model: 'position', field, value, allowed: '> 0, ≤ 100' });
}
