import type { Line } from './line.ts';

/** The list of a segment without zones; shared, never written to. */
export const noZones: Zone[] = [];

/** A pivot zone: `low`–`high` is what the lines that made it share, `peakLow`–`peakHigh` what all its lines cover. */
export class Zone {
  readonly first: Line;
  last: Line;
  readonly beginBar: number;
  endBar: number;
  low: number;
  high: number;
  peakLow: number;
  peakHigh: number;
  readonly isSure: boolean;
  /** The lines before and after; null while there is none. */
  entry: Line | null;
  exit: Line | null;
  /** How many zones were combined into this one; 0 when none were. */
  partCount: number;

  /** `lines[from]` to `lines[to - 1]` make the zone; `low` and `high` are what they share. */
  constructor(lines: readonly Line[], from: number, to: number, low: number, high: number, isSure: boolean) {
    const first = lines[from] as Line;
    this.first = first;
    this.last = first;
    this.beginBar = first.beginBar;
    this.endBar = first.endBar;
    this.low = low;
    this.high = high;
    this.peakLow = first.low;
    this.peakHigh = first.high;
    this.isSure = isSure;
    this.entry = null;
    this.exit = null;
    this.partCount = 0;
    for (let at = from + 1; at < to; at++) this.append(lines[at] as Line);
  }

  get hasOneLine(): boolean {
    return this.first.index === this.last.index;
  }

  /** Strictly: an edge that is only touched does not count. */
  touches(line: Line): boolean {
    return line.high > this.low && line.low < this.high;
  }

  /** Adds a line that touches the zone; a zone of one line takes its range from both. */
  extend(line: Line): boolean {
    if (!this.touches(line)) return false;
    if (this.hasOneLine) {
      this.low = Math.max(this.first.low, line.low);
      this.high = Math.min(this.first.high, line.high);
    }
    this.append(line);
    return true;
  }

  /** Takes in the zone after it when both lie in one segment and overlap; false when they stay apart. */
  absorb(other: Zone, mode: 'zs' | 'peak'): boolean {
    if (other.hasOneLine || this.first.segmentIndex !== other.first.segmentIndex) return false;
    const overlaps =
      mode === 'zs'
        ? this.high >= other.low && this.low <= other.high
        : this.peakHigh > other.peakLow && this.peakLow < other.peakHigh;
    if (!overlaps) return false;
    this.partCount = this.partCount === 0 ? 2 : this.partCount + 1;
    this.low = Math.min(this.low, other.low);
    this.high = Math.max(this.high, other.high);
    this.peakLow = Math.min(this.peakLow, other.peakLow);
    this.peakHigh = Math.max(this.peakHigh, other.peakHigh);
    this.last = other.last;
    this.endBar = other.endBar;
    this.exit = other.exit;
    return true;
  }

  private append(line: Line): void {
    this.last = line;
    this.endBar = line.endBar;
    if (line.low < this.peakLow) this.peakLow = line.low;
    if (line.high > this.peakHigh) this.peakHigh = line.high;
  }
}
