import { AppError } from '../../shared/app-error.ts';
import { BarFlag } from '../../shared/bar-flag.ts';
import type { BarColumns } from '../../shared/bars.ts';
import { rememberFields } from './remember.ts';

/** Bars with the turnover rate, which only the `turnrate_avg` metric asks for. */
export interface ChanInput extends BarColumns {
  readonly turnoverRate?: Float64Array;
}

const firstCapacity = 256;

/** The bars the engine works on: checked, with high and low widened to hold open and close. Grows by doubling. */
export class ChanBars {
  count = 0;
  time: Float64Array;
  high: Float64Array;
  low: Float64Array;
  close: Float64Array;
  volume: Float64Array;
  amount: Float64Array;
  turnoverRate: Float64Array;
  /** Bars whose open or close lay outside high–low, oldest first. */
  readonly widened: number[] = [];

  private readonly keepsTrade: boolean;

  /** @param keepsTrade whether volume, amount and turnover rate are asked for later; they stay empty otherwise. */
  constructor(keepsTrade: boolean, capacity = firstCapacity) {
    this.keepsTrade = keepsTrade;
    this.time = new Float64Array(capacity);
    this.high = new Float64Array(capacity);
    this.low = new Float64Array(capacity);
    this.close = new Float64Array(capacity);
    const tradeCapacity = keepsTrade ? capacity : 0;
    this.volume = new Float64Array(tradeCapacity);
    this.amount = new Float64Array(tradeCapacity);
    this.turnoverRate = new Float64Array(tradeCapacity);
  }

  /** Takes over the bar `index` of `source`; throws `chan.bar` or `chan.time` for a bar no chart can hold. */
  push(source: ChanInput, index: number): void {
    const bar = this.count;
    if (bar === this.time.length) this.grow();
    const time = source.time[index] as number;
    const open = source.open[index] as number;
    const high = source.high[index] as number;
    const low = source.low[index] as number;
    const close = source.close[index] as number;
    // One subtraction per price finds NaN and the infinities alike.
    if (!(open - open + (high - high) + (low - low) + (close - close) === 0)) throw badBar(bar, 'not a number', open, high, low, close);
    // The importer keeps such a row as given under the flag; without it nobody has looked at the bar.
    if (high < low && ((source.flags[index] as number) & BarFlag.range) === 0) throw badBar(bar, 'high < low', open, high, low, close);
    if (!(time - time === 0)) throw new AppError('chan.time', { bar, time, previous: bar > 0 ? (this.time[bar - 1] as number) : '' });
    if (bar > 0 && !(time > (this.time[bar - 1] as number))) {
      throw new AppError('chan.time', { bar, time, previous: this.time[bar - 1] as number });
    }
    const top = Math.max(open, high, low, close);
    const bottom = Math.min(open, high, low, close);
    if (top !== high || bottom !== low) this.widened.push(bar);
    this.time[bar] = time;
    this.high[bar] = top;
    this.low[bar] = bottom;
    this.close[bar] = close;
    if (this.keepsTrade) {
      this.volume[bar] = source.volume[index] as number;
      this.amount[bar] = source.amount[index] as number;
      this.turnoverRate[bar] = source.turnoverRate?.[index] ?? NaN;
    }
    this.count = bar + 1;
  }

  remember(): () => void {
    const fields = rememberFields(this);
    const widenedCount = this.widened.length;
    return () => {
      fields();
      this.widened.length = widenedCount;
    };
  }

  private grow(): void {
    const bigger = (column: Float64Array): Float64Array => {
      const grown = new Float64Array(Math.max(firstCapacity, column.length * 2));
      grown.set(column);
      return grown;
    };
    this.time = bigger(this.time);
    this.high = bigger(this.high);
    this.low = bigger(this.low);
    this.close = bigger(this.close);
    if (!this.keepsTrade) return;
    this.volume = bigger(this.volume);
    this.amount = bigger(this.amount);
    this.turnoverRate = bigger(this.turnoverRate);
  }
}

function badBar(bar: number, problem: string, open: number, high: number, low: number, close: number): AppError {
  return new AppError('chan.bar', { bar, problem, open, high, low, close });
}
