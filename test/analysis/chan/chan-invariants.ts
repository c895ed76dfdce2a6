import type { ChanEngine } from '../../../src/analysis/chan/chan-engine.ts';
import type { Line } from '../../../src/analysis/chan/line.ts';
import type { StructureLevel } from '../../../src/analysis/chan/structure-level.ts';

/** What must hold for every series and configuration; the broken rules as text, none when all is well. */
export function brokenInvariants(engine: ChanEngine): string[] {
  const { strokes } = engine.strokes;
  return [
    ...brokenMerging(engine),
    ...strokes.flatMap((stroke, at) => {
      const previous = strokes[at - 1];
      return [
        ...(stroke.index === at ? [] : [`stroke ${at} is numbered ${stroke.index}`]),
        ...(stroke.isSure || at === strokes.length - 1 ? [] : [`stroke ${at} of ${strokes.length} is provisional`]),
        ...((stroke.endValue - stroke.beginValue) * stroke.direction > 0 ? [] : [`stroke ${at} runs against its direction`]),
        ...(previous === undefined || previous.direction === -stroke.direction ? [] : [`stroke ${at} does not alternate`]),
        ...(previous === undefined || (previous.endBar === stroke.beginBar && previous.endValue === stroke.beginValue) ? [] : [`stroke ${at} does not join`]),
      ];
    }),
    ...brokenLevel('stroke', engine.strokeLevel, strokes),
    ...brokenLevel('segment', engine.segmentLevel, engine.strokeLevel.segments.segments),
  ];
}

function brokenMerging({ merged, bars }: ChanEngine): string[] {
  const broken: string[] = [];
  let lastKind = 0;
  for (let at = 0; at < merged.count; at++) {
    const expected = at === 0 ? 0 : (merged.lastBar[at - 1] ?? NaN) + 1;
    if (merged.firstBar[at] !== expected) broken.push(`merged bar ${at} does not join`);
    const kind = merged.fractal[at] ?? 0;
    if (kind !== 0 && kind === lastKind) broken.push(`fractal ${at} does not alternate`);
    if (kind !== 0) lastKind = kind;
  }
  if (merged.count > 0 && merged.lastBar[merged.count - 1] !== bars.count - 1) broken.push('the last bar is not merged');
  return broken;
}

function brokenLevel(name: string, level: StructureLevel, lines: readonly Line[]): string[] {
  const { segments } = level.segments;
  const points = level.points.list();
  return [
    ...segments.flatMap((segment, at) => {
      const previous = segments[at - 1];
      return [
        ...(segment.first.index === (previous === undefined ? 0 : previous.last.index + 1) ? [] : [`${name} segment ${at} does not join`]),
        ...(segment.last.index < lines.length ? [] : [`${name} segment ${at} ends beyond the lines`]),
        ...(!segment.isSure || segment.lineCount >= 3 ? [] : [`${name} segment ${at} is sure with ${segment.lineCount} lines`]),
      ];
    }),
    ...level.zones.zones.flatMap((zone, at) => [
      ...(zone.high > zone.low ? [] : [`${name} zone ${at} is empty`]),
      ...(zone.first.index > 0 && zone.first.index <= zone.last.index ? [] : [`${name} zone ${at} begins at line ${zone.first.index}`]),
    ]),
    ...points.flatMap((point, at) => {
      const previous = points[at - 1];
      const line = lines[point.line.index];
      return [
        ...(line === undefined || line.endBar !== point.bar || line.endValue !== point.price ? [`${name} point ${at} is not on a line's end`] : []),
        ...(point.isBuy === (point.line.direction === -1) ? [] : [`${name} point ${at} is on the wrong side`]),
        ...(previous === undefined || previous.line.index < point.line.index ? [] : [`${name} point ${at} is out of order`]),
        ...(point.types.length > 0 ? [] : [`${name} point ${at} has no type`]),
      ];
    }),
    ...(points.length === level.points.count ? [] : [`${name} points are miscounted`]),
  ];
}
