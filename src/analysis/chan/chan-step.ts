import type { ChanInput } from './chan-bars.ts';
import type { ChanConfig } from './chan-config.ts';
import { ChanEngine } from './chan-engine.ts';

/**
 * What stood after a bar: merged bars, strokes, last stroke's end bar, whether that stroke is sure (1, 0; -1 without strokes), segments,
 * zones, trade points, bar of the latest point (-1 without), its types joined by commas.
 */
export type StepRow = readonly [number, number, number, number, number, number, number, number, string];

export function stepRow(engine: ChanEngine): StepRow {
  const { strokes } = engine.strokes;
  const last = strokes.at(-1);
  const { segments, zones, points } = engine.strokeLevel;
  const { latest } = points;
  return [
    engine.merged.count,
    strokes.length,
    last === undefined ? -1 : last.endBar,
    last === undefined ? -1 : last.isSure ? 1 : 0,
    segments.segments.length,
    zones.zones.length,
    points.count,
    latest === null ? -1 : latest.bar,
    latest === null ? '' : latest.types.join(','),
  ];
}

/** Feeds all bars one by one; one row per bar. */
export function stepRows(config: ChanConfig, source: ChanInput): { engine: ChanEngine; rows: StepRow[] } {
  const engine = new ChanEngine(config, source.time.length);
  const rows: StepRow[] = [];
  for (let index = 0; index < source.time.length; index++) {
    engine.append(source, index);
    rows.push(stepRow(engine));
  }
  return { engine, rows };
}
