import type { ChanEngine } from '../../../src/analysis/chan/chan-engine.ts';
import type { Line } from '../../../src/analysis/chan/line.ts';
import type { StructureLevel } from '../../../src/analysis/chan/structure-level.ts';

/** Everything an engine calls final, as text by name: whatever is in here must read the same after any further bar. */
export function finalElements(engine: ChanEngine): Map<string, string> {
  const found = new Map<string, string>();
  engine.strokes.strokes.slice(0, engine.strokes.finalCount).forEach((stroke, at) => found.set(`stroke ${at}`, `${spanOf(stroke)} ${stroke.isSure}`));
  addLevel('stroke', engine.strokeLevel, found);
  addLevel('segment', engine.segmentLevel, found);
  return found;
}

function addLevel(name: string, level: StructureLevel, found: Map<string, string>): void {
  level.segments.segments.slice(0, level.finalSegments).forEach((segment, at) => found.set(`${name} segment ${at}`, `${spanOf(segment)} ${segment.isSure}`));
  level.zones.zones.slice(0, level.finalZones).forEach((zone, at) => {
    found.set(`${name} zone ${at}`, `${zone.first.index}-${zone.last.index} ${zone.low} ${zone.high} ${zone.peakLow} ${zone.peakHigh} ${zone.isSure}`);
  });
  for (const point of level.points.list()) {
    if (point.line.index >= level.finalPointLine) break;
    found.set(`${name} point ${point.line.index}`, `${point.bar} ${point.types.join()} ${point.divergence} ${point.first?.bar}`);
  }
}

function spanOf(line: Line): string {
  return `${line.beginBar}-${line.endBar} ${line.beginValue}-${line.endValue}`;
}
