import { rememberFields } from './remember.ts';

const firstCapacity = 256;

/**
 * Bars with inclusion merged (spec sections 2 and 3), as columns. `direction` is 1 up, -1 down; `fractal` 1 top, -1 bottom, 0 none.
 * `highBar` and `lowBar` are the last raw bars holding the merged high and low; `rawHigh` and `rawLow` span all member bars.
 */
export class MergedBars {
  count = 0;
  high = new Float64Array(0);
  low = new Float64Array(0);
  rawHigh = new Float64Array(0);
  rawLow = new Float64Array(0);
  firstBar = new Int32Array(0);
  lastBar = new Int32Array(0);
  highBar = new Int32Array(0);
  lowBar = new Int32Array(0);
  direction = new Int8Array(0);
  fractal = new Int8Array(0);

  constructor(capacity = firstCapacity) {
    this.resize(capacity);
  }

  /** Adds a raw bar; true when it opened a merged bar, which may have made the one before it a fractal. */
  add(bar: number, high: number, low: number): boolean {
    const last = this.count - 1;
    if (last < 0) {
      this.open(bar, high, low, 1);
      return true;
    }
    const lastHigh = this.high[last] as number;
    const lastLow = this.low[last] as number;
    const includes = lastHigh >= high ? lastLow <= low : false;
    if (includes || (lastHigh <= high && lastLow >= low)) {
      this.merge(last, bar, high, low);
      return false;
    }
    this.open(bar, high, low, lastHigh > high ? -1 : 1);
    if (last > 0) this.markFractal(last);
    return true;
  }

  /** Remembers the last merged bar, the only one that the next raw bar may change. */
  remember(): () => void {
    const at = this.count - 1;
    const fields = rememberFields(this);
    const columns = [this.high, this.low, this.rawHigh, this.rawLow, this.firstBar, this.lastBar, this.highBar, this.lowBar, this.direction, this.fractal];
    const values = columns.map((column) => column[at] ?? 0);
    return () => {
      fields();
      if (at >= 0) columns.forEach((column, index) => column.fill(values[index] ?? 0, at, at + 1));
    };
  }

  private open(bar: number, high: number, low: number, direction: 1 | -1): void {
    const at = this.count;
    if (at === this.high.length) this.resize(Math.max(firstCapacity, at * 2));
    this.high[at] = high;
    this.low[at] = low;
    this.rawHigh[at] = high;
    this.rawLow[at] = low;
    this.firstBar[at] = bar;
    this.lastBar[at] = bar;
    this.highBar[at] = bar;
    this.lowBar[at] = bar;
    this.direction[at] = direction;
    this.fractal[at] = 0;
    this.count = at + 1;
  }

  private merge(at: number, bar: number, high: number, low: number): void {
    const isUp = this.direction[at] === 1;
    const mergedHigh = this.high[at] as number;
    const mergedLow = this.low[at] as number;
    // A flat bar at the extreme would leave a merged bar without height; it joins without changing the range.
    if (high !== low || high !== (isUp ? mergedHigh : mergedLow)) {
      if (isUp ? high > mergedHigh : high < mergedHigh) this.high[at] = high;
      if (isUp ? low > mergedLow : low < mergedLow) this.low[at] = low;
    }
    if (high === this.high[at]) this.highBar[at] = bar;
    if (low === this.low[at]) this.lowBar[at] = bar;
    if (high > (this.rawHigh[at] as number)) this.rawHigh[at] = high;
    if (low < (this.rawLow[at] as number)) this.rawLow[at] = low;
    this.lastBar[at] = bar;
  }

  /** The values are those of now: the right neighbour consists of one bar and later merging cannot undo the fractal. */
  private markFractal(at: number): void {
    const { high, low } = this;
    const h = high[at] as number;
    const l = low[at] as number;
    const hb = high[at - 1] as number;
    const lb = low[at - 1] as number;
    const ha = high[at + 1] as number;
    const la = low[at + 1] as number;
    if (h > hb && h > ha && l > lb && l > la) this.fractal[at] = 1;
    else if (h < hb && h < ha && l < lb && l < la) this.fractal[at] = -1;
  }

  private resize(length: number): void {
    const prices = (column: Float64Array): Float64Array<ArrayBuffer> => {
      const grown = new Float64Array(length);
      grown.set(column);
      return grown;
    };
    const indices = (column: Int32Array): Int32Array<ArrayBuffer> => {
      const grown = new Int32Array(length);
      grown.set(column);
      return grown;
    };
    const marks = (column: Int8Array): Int8Array<ArrayBuffer> => {
      const grown = new Int8Array(length);
      grown.set(column);
      return grown;
    };
    this.high = prices(this.high);
    this.low = prices(this.low);
    this.rawHigh = prices(this.rawHigh);
    this.rawLow = prices(this.rawLow);
    this.firstBar = indices(this.firstBar);
    this.lastBar = indices(this.lastBar);
    this.highBar = indices(this.highBar);
    this.lowBar = indices(this.lowBar);
    this.direction = marks(this.direction);
    this.fractal = marks(this.fractal);
  }
}
