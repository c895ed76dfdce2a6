import { rememberFields, rememberTail } from './remember.ts';
import type { TradePoint } from './trade-point.ts';

/** Trade points by the index of their line. Ends of lines ascend with the index, so whatever lies after a bar stands at the end. */
export class PointShelf {
  count = 0;
  private readonly places: (TradePoint | null)[] = [];
  /** One behind the last point; the places from there on are empty. */
  private end = 0;

  at(index: number): TradePoint | null {
    return index < this.end ? (this.places[index] as TradePoint | null) : null;
  }

  /** The point on the latest line; null without any. */
  get latest(): TradePoint | null {
    return this.end === 0 ? null : (this.places[this.end - 1] as TradePoint | null);
  }

  put(point: TradePoint): void {
    const { index } = point.line;
    for (let at = this.places.length; at < index; at++) this.places[at] = null;
    if (this.at(index) === null) this.count++;
    this.places[index] = point;
    if (index >= this.end) this.end = index + 1;
  }

  dropAfter(bar: number): void {
    const { places } = this;
    let end = this.end;
    for (; end > 0; end--) {
      const point = places[end - 1] as TradePoint | null;
      if (point === null) continue;
      if (point.bar <= bar) break;
      places[end - 1] = null;
      this.count--;
    }
    this.end = end;
  }

  /** The points on lines from `fromLine` on, oldest line first. */
  list(fromLine: number): TradePoint[] {
    return this.places.slice(fromLine, this.end).filter((point) => point !== null);
  }

  /** Remembers the points on lines from `fromLine` on. */
  remember(fromLine: number): () => void {
    const restores = [rememberTail(this.places, fromLine), rememberFields(this)];
    return () => restores.forEach((restore) => restore());
  }
}
