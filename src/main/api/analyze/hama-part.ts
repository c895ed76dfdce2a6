import { hamaReading, type HamaReading } from '../../../analysis/indicators/hama-reading.ts';
import { hamaTimeframes } from '../../../analysis/indicators/hama-timeframes.ts';
import { resampleDaily } from '../../../analysis/series/resample-daily.ts';
import type { AnalysisAnswer } from '../../../shared/contract/analyze.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import type { TradingDate } from '../../../shared/time.ts';
import type { BarSource } from '../bar-source.ts';
import { timeText } from '../time-text.ts';
import type { AnalysisSource, AnalyzeInput } from './analysis-source.ts';

/** HAMA on the last closed bar, and its state on the longer timeframes beside it. */
export function hamaPart({ instrument, bars, basis, freq, header }: AnalysisSource, { set = 'A' }: AnalyzeInput, from: BarSource): AnalysisAnswer {
  const options = { preset: set, basis };
  const reading = hamaReading(bars, {}, options);
  const last = bars.time.at(-1);
  // A week or month with sessions still to come is open, and HAMA answers on the one before it.
  const nextSession = last === undefined ? null : (from.calendarById(instrument.calendar)?.next(last as TradingDate) ?? null);
  const longer = freq === '1d' ? (['1w', '1M'] as const).map((frequency) => ({ frequency, bars: resampleDaily(bars, frequency, nextSession) })) : [];
  return {
    ...header,
    freq,
    set,
    hama: readable(reading, freq),
    timeframes: hamaTimeframes([{ frequency: freq, bars }, ...longer], {}, options).map(({ frequency, reading: other }) => ({
      freq: frequency,
      reading: readable(other, frequency),
    })),
  };
}

/** A reading with its times as ISO text. */
function readable(reading: HamaReading, freq: Frequency) {
  if (reading.kind !== 'ready') return reading;
  const { lastCross } = reading;
  return {
    ...reading,
    time: timeText({ freq }, reading.time),
    lastCross: lastCross === null ? null : { ...lastCross, time: timeText({ freq }, lastCross.time) },
  };
}
