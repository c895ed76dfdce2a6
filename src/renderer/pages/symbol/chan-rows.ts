import type { ChanLine, ChanPoint, ChanStructure, ChanZone } from '../../charts/chan-structure.ts';
import { pointText, type ChanOverlayTexts } from '../../charts/overlays/chan-overlay.ts';

export interface ChanTexts extends ChanOverlayTexts {
  readonly kinds: { readonly stroke: string; readonly segment: string; readonly strokeZone: string; readonly segmentZone: string };
  point(name: string): string;
  divergence(rate: number): string;
  readonly final: string;
  /** Provisional, since a date where it was followed. */
  since(date: string | null): string;
}

/** One element of the structure as a row. */
export interface ChanRow {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly toIndex: number;
  readonly direction: string;
  readonly low: number;
  readonly high: number;
  readonly state: string;
  readonly isFinal: boolean;
}

/** Every line, zone and point, the newest first. */
export function chanRows(structure: ChanStructure, texts: ChanTexts, date: (time: number) => string, time: Float64Array): readonly ChanRow[] {
  const at = (index: number): string => date(time[index] ?? NaN);
  const state = ({ isFinal, since }: { isFinal: boolean; since: number | null }): { state: string; isFinal: boolean } => ({
    isFinal, state: isFinal ? texts.final : texts.since(since === null ? null : date(since)),
  });
  const line = (found: ChanLine): ChanRow => ({
    id: `${found.level} ${found.fromIndex} ${String(found.isUp)}`,
    kind: texts.kinds[found.level],
    from: at(found.fromIndex),
    to: at(found.toIndex),
    toIndex: found.toIndex,
    direction: found.isUp ? `▲ ${texts.up}` : `▼ ${texts.down}`,
    low: Math.min(found.fromPrice, found.toPrice),
    high: Math.max(found.fromPrice, found.toPrice),
    ...state(found),
  });
  const zone = (found: ChanZone): ChanRow => ({
    id: `${found.level} zone ${found.fromIndex}`,
    kind: texts.kinds[found.level === 'stroke' ? 'strokeZone' : 'segmentZone'],
    from: at(found.fromIndex),
    to: at(found.toIndex),
    toIndex: found.toIndex,
    direction: '',
    low: found.low,
    high: found.high,
    ...state(found),
  });
  const point = (found: ChanPoint): ChanRow => ({
    id: `${found.level} point ${found.index} ${String(found.isBuy)}`,
    kind: texts.point(pointText({ ...found, isFinal: true }, texts)),
    from: at(found.index),
    to: at(found.index),
    toIndex: found.index,
    direction: found.divergence === null || !Number.isFinite(found.divergence) ? '' : texts.divergence(found.divergence),
    low: found.price,
    high: found.price,
    ...state(found),
  });
  const { strokes, segments, zones, points } = structure;
  return [...strokes.map(line), ...segments.map(line), ...zones.map(zone), ...points.map(point)].sort((left, right) => right.toIndex - left.toIndex);
}
