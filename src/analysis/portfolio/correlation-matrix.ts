import type { DatedReturns } from '../series/equal-weight-returns.ts';

interface CorrelationMatrix {
  /** 1 on the diagonal; null where a pair has fewer than 20 common dates or one does not move. */
  readonly matrix: readonly (readonly (number | null)[])[];
  /** The fewest dates that a pair has in common. */
  readonly commonDates: number;
}

const leastDates = 20;

/** Pearson's correlation of each pair of returns on the dates that both have. */
export function correlationMatrix(members: readonly DatedReturns[]): CorrelationMatrix {
  const matrix = members.map((_, row) => members.map((__, column): number | null => (row === column ? 1 : null)));
  let commonDates = Infinity;
  for (const [row, one] of members.entries()) {
    for (let column = row + 1; column < members.length; column += 1) {
      const { correlation, dates } = correlate(one, members[column] as DatedReturns);
      commonDates = Math.min(commonDates, dates);
      (matrix[row] as (number | null)[])[column] = correlation;
      (matrix[column] as (number | null)[])[row] = correlation;
    }
  }
  return { matrix, commonDates: Number.isFinite(commonDates) ? commonDates : (members[0]?.time.length ?? 0) };
}

function correlate(a: DatedReturns, b: DatedReturns): { readonly correlation: number | null; readonly dates: number } {
  let [dates, sumA, sumB, squareA, squareB, product, j] = [0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < a.time.length; i += 1) {
    while (j < b.time.length && (b.time[j] as number) < (a.time[i] as number)) j += 1;
    if (b.time[j] !== a.time[i]) continue;
    const [x, y] = [a.value[i] as number, b.value[j] as number];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    dates += 1;
    sumA += x;
    sumB += y;
    squareA += x * x;
    squareB += y * y;
    product += x * y;
  }
  const covariance = product - (sumA * sumB) / dates;
  const spread = Math.sqrt((squareA - sumA ** 2 / dates) * (squareB - sumB ** 2 / dates));
  const usable = dates >= leastDates && spread > 1e-15;
  return { correlation: usable ? Math.min(1, Math.max(-1, covariance / spread)) : null, dates };
}
