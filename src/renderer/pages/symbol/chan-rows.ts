import type { ChanReason } from '../../../analysis/chan/chan-reason.ts';
import type { ChanLineElement, ChanPointElement, ChanSeries, ChanZoneElement } from '../../../analysis/chan/chan-series.ts';
import { pointText, type ChanOverlayTexts } from '../../charts/overlays/chan-overlay.ts';

export interface ChanTexts extends ChanOverlayTexts {
  readonly kinds: Readonly<Record<ChanLineElement['part'] | ChanZoneElement['part'], string>>;
  point(name: string): string;
  reason(reason: ChanReason, date: (time: number) => string): string;
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
  readonly isProvisional: boolean;
  readonly reason: string;
}

/** Every line, zone and point, the newest first. */
export function chanRows(structure: ChanSeries, texts: ChanTexts, date: (time: number) => string): readonly ChanRow[] {
  const standing = ({ isProvisional, firstSeen }: { isProvisional: boolean; firstSeen: number | null }) => ({
    isProvisional, state: isProvisional ? texts.since(firstSeen === null ? null : date(firstSeen)) : texts.final,
  });
  const line = (found: ChanLineElement): ChanRow => ({
    id: `${found.part} ${found.index}`,
    kind: texts.kinds[found.part],
    from: date(found.begin.time),
    to: date(found.end.time),
    toIndex: found.end.bar,
    direction: found.direction === 'up' ? `▲ ${texts.up}` : `▼ ${texts.down}`,
    low: Math.min(found.begin.value, found.end.value),
    high: Math.max(found.begin.value, found.end.value),
    ...standing(found),
    reason: texts.reason(found.reason, date),
  });
  const zone = (found: ChanZoneElement): ChanRow => ({
    id: `${found.part} ${found.index}`,
    kind: texts.kinds[found.part],
    from: date(found.begin.time),
    to: date(found.end.time),
    toIndex: found.end.bar,
    direction: '',
    low: found.low,
    high: found.high,
    ...standing(found),
    reason: texts.reason(found.reason, date),
  });
  const point = (found: ChanPointElement): ChanRow => ({
    id: `${found.part} ${found.index}`,
    kind: texts.point(pointText(found, texts)),
    from: date(found.at.time),
    to: date(found.at.time),
    toIndex: found.at.bar,
    direction: found.side === 'buy' ? `▲ ${texts.buy}` : `▼ ${texts.sell}`,
    low: found.at.value,
    high: found.at.value,
    ...standing(found),
    reason: found.types.map(({ reason }) => texts.reason(reason, date)).join('; '),
  });
  const { lines, zones, points } = structure;
  return [...lines.map(line), ...zones.map(zone), ...points.map(point)].sort((left, right) => right.toIndex - left.toIndex);
}
