import { barCount, type BarColumns } from '../../../shared/bars.ts';
import type { ChanConfig } from '../../chan/chan-config.ts';
import { ChanEngine } from '../../chan/chan-engine.ts';
import { ChanFactReader } from '../../chan/chan-facts.ts';
import type { GivenColumns } from './bar-rule-columns.ts';
import { chanRuleColumns } from './chan-rule-columns.ts';
import { chanDivergenceCodes, chanZoneCodes } from './rule-fields.ts';

type FactColumns = Readonly<Record<'chan.zone' | 'chan.backInZone' | 'chan.divergence' | 'chan.divergenceRatio', Float64Array>>;

/** The Chan fields of one symbol's bars, each group computed when it is first asked for; null for any other field. */
export function chanColumns(bars: BarColumns, config: ChanConfig): GivenColumns {
  let points: ReturnType<typeof chanRuleColumns> | null = null;
  let facts: FactColumns | null = null;
  return (field) => {
    if (field === 'chan.buy' || field === 'chan.sell') {
      points ??= chanRuleColumns(bars, config);
      return field === 'chan.buy' ? points.buy : points.sell;
    }
    if (field !== 'chan.zone' && field !== 'chan.backInZone' && field !== 'chan.divergence' && field !== 'chan.divergenceRatio') return null;
    facts ??= factColumns(bars, config);
    return facts[field];
  };
}

/** What stood on each bar when it was the newest: where the close stands to the latest zone, and a divergence first seen there. */
function factColumns(bars: BarColumns, config: ChanConfig): FactColumns {
  const length = barCount(bars);
  const column = (): Float64Array => new Float64Array(length);
  const columns = { 'chan.zone': column().fill(NaN), 'chan.backInZone': column(), 'chan.divergence': column(), 'chan.divergenceRatio': column().fill(NaN) };
  const engine = new ChanEngine(config, length);
  const reader = new ChanFactReader();
  for (let bar = 0; bar < length; bar += 1) {
    engine.append(bars, bar);
    const { zonePosition, isBackInZone, divergence } = reader.read(engine);
    if (zonePosition !== null) columns['chan.zone'][bar] = chanZoneCodes[zonePosition] ?? NaN;
    columns['chan.backInZone'][bar] = isBackInZone ? 1 : 0;
    if (divergence === null) continue;
    columns['chan.divergence'][bar] = chanDivergenceCodes[divergence.side] ?? NaN;
    columns['chan.divergenceRatio'][bar] = divergence.ratio;
  }
  return columns;
}
