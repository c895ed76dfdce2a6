import type { ChanLevel, ChanLine, ChanPoint, ChanStructure } from '../chan-structure.ts';
import type { LegendItem, Overlay, VisibleRange } from '../overlay.ts';
import type { Box, Mark, Pen, Shape } from '../shape.ts';

/** What of the structure is drawn. */
export type ChanPart = 'fractals' | 'strokes' | 'segments' | 'strokeZones' | 'segmentZones' | 'strokePoints' | 'segmentPoints';

export interface ChanOverlayTexts {
  readonly title: string;
  readonly stroke: string;
  readonly segment: string;
  readonly up: string;
  readonly down: string;
  readonly buy: string;
  readonly sell: string;
}

const pens = {
  stroke: { color: 'text', width: 1.25 },
  segment: { color: 'series8', width: 2.25 },
} as const satisfies Record<ChanLevel, Pen>;

const zonePens = { stroke: { color: 'accent', width: 1 }, segment: { color: 'series8', width: 1 } } as const satisfies Record<ChanLevel, Pen>;

/** Marks and fractals are too many to tell apart once so many bars share a bucket. */
const mostFractalBars = 1;
const mostPointBars = 6;

/** Fractals, strokes, segments, pivot zones and trade points. What a later bar can still change is dashed and paler. */
export function chanOverlay(structure: ChanStructure, parts: ReadonlySet<ChanPart>, texts: ChanOverlayTexts): Overlay {
  return {
    id: 'chan',
    shapes: (range) => [
      ...zoneShapes(structure, parts, range),
      ...(parts.has('strokes') ? lineShapes('strokes', structure.strokes, pens.stroke, range) : []),
      ...(parts.has('segments') ? lineShapes('segments', structure.segments, pens.segment, range) : []),
      ...(parts.has('fractals') && range.size <= mostFractalBars ? [fractalShape(structure, range)] : []),
      ...pointShapes(structure, parts, texts, range),
    ],
    legend(index): LegendItem[] {
      const state = (line: ChanLine | undefined): string => (line === undefined ? '–' : line.isUp ? texts.up : texts.down);
      const covering = (lines: readonly ChanLine[]): ChanLine | undefined => lines.findLast((line) => line.fromIndex < index);
      return [
        { label: texts.title, value: '' },
        ...(parts.has('strokes') ? [{ label: texts.stroke, value: state(covering(structure.strokes)), color: pens.stroke.color }] : []),
        ...(parts.has('segments') ? [{ label: texts.segment, value: state(covering(structure.segments)), color: pens.segment.color }] : []),
      ];
    },
  };
}

function provisional(pen: Pen): Pen {
  return { ...pen, dashed: true, opacity: 0.6 };
}

/** Final lines as one path, provisional ones as another that joins on. */
function lineShapes(id: string, lines: readonly ChanLine[], pen: Pen, range: VisibleRange): Shape[] {
  const shown = lines.filter((line) => line.toIndex >= range.first && line.fromIndex <= range.last);
  const path = (name: string, part: readonly ChanLine[], drawn: Pen): Shape => {
    const x: number[] = [];
    const y: number[] = [];
    for (const line of part) {
      if (x.at(-1) !== line.fromIndex) {
        x.push(line.fromIndex, line.fromIndex);
        y.push(NaN, line.fromPrice);
      }
      x.push(line.toIndex);
      y.push(line.toPrice);
    }
    return { kind: 'line', id: `chan/${name}`, x: Float64Array.from(x), y: Float64Array.from(y), pen: drawn, isLoose: true };
  };
  return [path(id, shown.filter(({ isFinal }) => isFinal), pen), path(`${id}-open`, shown.filter(({ isFinal }) => !isFinal), provisional(pen))];
}

function zoneShapes({ zones }: ChanStructure, parts: ReadonlySet<ChanPart>, range: VisibleRange): Shape[] {
  const boxes = zones
    .filter(({ level, fromIndex, toIndex }) => parts.has(level === 'stroke' ? 'strokeZones' : 'segmentZones') && toIndex >= range.first && fromIndex <= range.last)
    .map((zone): Box => ({
      fromIndex: zone.fromIndex, toIndex: zone.toIndex, low: zone.low, high: zone.high,
      pen: zone.isFinal ? zonePens[zone.level] : provisional(zonePens[zone.level]),
      fillOpacity: zone.isFinal ? 0.12 : 0.07,
    }));
  return [{ kind: 'boxes', id: 'chan/zones', boxes }];
}

function fractalShape({ fractals }: ChanStructure, range: VisibleRange): Shape {
  const shown = fractals.filter(({ index }) => index >= range.first && index <= range.last);
  return { kind: 'dots', id: 'chan/fractals', x: Float64Array.from(shown, ({ index }) => index), y: Float64Array.from(shown, ({ price }) => price), pen: { color: 'warn' } };
}

function pointShapes({ points }: ChanStructure, parts: ReadonlySet<ChanPart>, texts: ChanOverlayTexts, range: VisibleRange): Shape[] {
  if (range.size > mostPointBars) return [];
  const marks = points
    .filter(({ level, index }) => parts.has(level === 'stroke' ? 'strokePoints' : 'segmentPoints') && index >= range.first && index <= range.last)
    .map((point): Mark => ({
      index: point.index, price: point.price, side: point.isBuy ? 'below' : 'above', text: pointText(point, texts),
      pen: point.isFinal ? { color: point.isBuy ? 'rise' : 'fall' } : provisional({ color: point.isBuy ? 'rise' : 'fall' }),
    }));
  return [{ kind: 'marks', id: 'chan/points', marks }];
}

/** `B2`, or `B2?` while it can still change; a segment's point carries its level before it. */
export function pointText(point: Pick<ChanPoint, 'level' | 'isBuy' | 'types' | 'isFinal'>, texts: ChanOverlayTexts): string {
  const side = point.isBuy ? texts.buy : texts.sell;
  return `${point.level === 'segment' ? texts.segment : ''}${side}${point.types.join('/')}${point.isFinal ? '' : '?'}`;
}
