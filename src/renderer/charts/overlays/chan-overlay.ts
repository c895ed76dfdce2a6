import type { ChanLineElement, ChanPointElement, ChanSeries } from '../../../analysis/chan/chan-series.ts';
import type { LegendItem, Overlay, VisibleRange } from '../overlay.ts';
import type { Box, Mark, Pen, Shape } from '../shape.ts';

/** What of the structure is drawn. */
export type ChanPart = 'fractals' | 'strokes' | 'segments' | 'strokeZones' | 'segmentZones' | 'strokePoints' | 'segmentPoints';

export interface ChanOverlayTexts {
  readonly title: string;
  readonly stroke: string;
  readonly segment: string;
  /** Before the name of a segment's point. */
  readonly segmentMark: string;
  readonly up: string;
  readonly down: string;
  readonly buy: string;
  readonly sell: string;
}

const pens = {
  strokes: { color: 'text', width: 1.25 },
  segments: { color: 'series8', width: 2.25 },
  strokeZones: { color: 'accent', width: 1 },
  segmentZones: { color: 'series8', width: 1 },
} as const satisfies Partial<Record<ChanPart, Pen>>;

/** Marks and fractals are too many to tell apart once so many bars share a bucket. */
const mostFractalBars = 1;
const mostPointBars = 6;

/** Fractals, strokes, segments, pivot zones and trade points. What a later bar can still change is dashed and paler. */
export function chanOverlay(structure: ChanSeries, parts: ReadonlySet<ChanPart>, texts: ChanOverlayTexts): Overlay {
  const strokes = structure.lines.filter(({ part }) => part === 'bi');
  const segments = structure.lines.filter(({ part }) => part === 'seg');
  return {
    id: 'chan',
    shapes: (range) => [
      zoneShape(structure, parts, range),
      ...(parts.has('strokes') ? lineShapes('strokes', strokes, range) : []),
      ...(parts.has('segments') ? lineShapes('segments', segments, range) : []),
      ...(parts.has('fractals') && range.size <= mostFractalBars ? [fractalShape(structure, range)] : []),
      ...(range.size <= mostPointBars ? [pointShape(structure, parts, texts, range)] : []),
    ],
    legend(index): LegendItem[] {
      const state = (lines: readonly ChanLineElement[]): string => {
        const line = lines.findLast(({ begin }) => begin.bar < index);
        return line === undefined ? '–' : line.direction === 'up' ? texts.up : texts.down;
      };
      const points = structure.points.filter(({ at }) => at.bar === index).map((point): LegendItem => ({
        label: '',
        value: `${pointText(point, texts)}${point.isProvisional ? '?' : ''}`,
        color: point.side === 'buy' ? 'rise' : 'fall',
      }));
      return [{ label: texts.title, value: '' }, { label: texts.stroke, value: state(strokes) }, { label: texts.segment, value: state(segments) }, ...points];
    },
  };
}

function provisional(pen: Pen): Pen {
  return { ...pen, dashed: true, opacity: 0.6 };
}

function isSeen(from: number, to: number, range: VisibleRange): boolean {
  return to >= range.first && from <= range.last;
}

/** Final lines as one path, provisional ones as another that joins on. */
function lineShapes(id: 'strokes' | 'segments', lines: readonly ChanLineElement[], range: VisibleRange): Shape[] {
  const shown = lines.filter(({ begin, end }) => isSeen(begin.bar, end.bar, range));
  const path = (name: string, drawn: readonly ChanLineElement[], pen: Pen): Shape => {
    const x: number[] = [];
    const y: number[] = [];
    for (const { begin, end } of drawn) {
      if (x.at(-1) !== begin.bar) {
        x.push(begin.bar, begin.bar);
        y.push(NaN, begin.value);
      }
      x.push(end.bar);
      y.push(end.value);
    }
    return { kind: 'line', id: `chan/${name}`, x: Float64Array.from(x), y: Float64Array.from(y), pen, isLoose: true };
  };
  return [
    path(id, shown.filter(({ isProvisional }) => !isProvisional), pens[id]),
    path(`${id}-open`, shown.filter(({ isProvisional }) => isProvisional), provisional(pens[id])),
  ];
}

function zoneShape({ zones }: ChanSeries, parts: ReadonlySet<ChanPart>, range: VisibleRange): Shape {
  const partOf = (part: 'zs' | 'segzs'): 'strokeZones' | 'segmentZones' => (part === 'zs' ? 'strokeZones' : 'segmentZones');
  const boxes = zones
    .filter(({ part, begin, end }) => parts.has(partOf(part)) && isSeen(begin.bar, end.bar, range))
    .map(({ part, begin, end, low, high, isProvisional }): Box => ({
      fromIndex: begin.bar, toIndex: end.bar, low, high,
      pen: isProvisional ? provisional(pens[partOf(part)]) : pens[partOf(part)],
      fillOpacity: isProvisional ? 0.07 : 0.12,
    }));
  return { kind: 'boxes', id: 'chan/zones', boxes };
}

function fractalShape({ fractals }: ChanSeries, range: VisibleRange): Shape {
  const shown = fractals.filter(({ bar }) => isSeen(bar, bar, range));
  return { kind: 'dots', id: 'chan/fractals', x: Float64Array.from(shown, ({ bar }) => bar), y: Float64Array.from(shown, ({ value }) => value), pen: { color: 'series2' } };
}

function pointShape({ points }: ChanSeries, parts: ReadonlySet<ChanPart>, texts: ChanOverlayTexts, range: VisibleRange): Shape {
  const marks = points
    .filter(({ part, at }) => parts.has(part === 'bsp' ? 'strokePoints' : 'segmentPoints') && isSeen(at.bar, at.bar, range))
    .map((point): Mark => {
      const pen: Pen = { color: point.side === 'buy' ? 'rise' : 'fall' };
      return {
        index: point.at.bar, price: point.at.value, side: point.side === 'buy' ? 'below' : 'above',
        text: `${pointText(point, texts)}${point.isProvisional ? '?' : ''}`, pen: point.isProvisional ? provisional(pen) : pen,
      };
    });
  return { kind: 'marks', id: 'chan/points', marks };
}

/** `B2`, or `S1/2s` where it is of two types; a segment's point carries its level before it. */
export function pointText(point: Pick<ChanPointElement, 'part' | 'side' | 'types'>, texts: ChanOverlayTexts): string {
  const side = point.side === 'buy' ? texts.buy : texts.sell;
  return `${point.part === 'segbsp' ? `${texts.segmentMark} ` : ''}${side}${point.types.map(({ type }) => type).join('/')}`;
}
