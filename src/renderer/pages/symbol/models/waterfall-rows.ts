import type { ModelDimension, ModelRow } from '../../../../shared/contract/model-figures.ts';

/** One rule in the waterfall: where it starts, what it gave and what it could have given, on the scale of the whole. */
export interface WaterfallRow extends ModelRow {
  readonly start: number;
}

export interface Waterfall {
  readonly groups: readonly { readonly group: string; readonly points: number | null; readonly maximum: number; readonly rows: readonly WaterfallRow[] }[];
  /** Points gained, of those that could be judged. */
  readonly gained: number;
  readonly judged: number;
  readonly possible: number;
}

/** Puts the rules of a score end to end, each starting where the one before ended. */
export function waterfallRows(dimensions: readonly ModelDimension[]): Waterfall {
  let [gained, judged, possible] = [0, 0, 0];
  const groups = dimensions.map(({ dimension, points, maximum, rows }) => ({
    group: dimension,
    points,
    maximum,
    rows: rows.map((row): WaterfallRow => {
      const start = gained;
      gained += row.contribution;
      possible += row.maximum;
      if (row.input !== null) judged += row.maximum;
      return { ...row, start };
    }),
  }));
  return { groups, gained, judged, possible };
}
