import type { Indicator, InputColumns, InputName } from '../../../analysis/indicators/indicator.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import type { MarketRulesByMic } from '../../market-rules/load-market-rules.ts';
import type { BarSource } from '../bar-source.ts';
import { givenColumns, type GivenFor, type GivenRequest } from './given-columns.ts';

/** What an analysis reads: bars, and the rules of their exchange. */
export interface AnalysisServices extends BarSource {
  readonly rulesByMic: MarketRulesByMic;
}

interface IndicatorInput {
  readonly columns: BarColumns & InputColumns<InputName>;
  /** Throws what keeps an indicator from being computed, before the engine is asked. */
  require(indicator: Pick<Indicator, 'inputs'>): void;
  readonly benchmark: string | null;
}

/** The columns that these indicators need: those of the bars, and beside them what can be given. */
export function indicatorInput(services: AnalysisServices, subject: GivenFor, indicators: readonly Pick<Indicator, 'inputs'>[], request: GivenRequest): IndicatorInput {
  const needed = [...new Set(indicators.flatMap(({ inputs }) => inputs))];
  const { columns, missing, benchmark } = givenColumns(services, services.rulesByMic, subject, needed, request);
  return {
    // A column that is neither there nor missing is one that no indicator asked for.
    columns: { ...subject.bars, ...columns } as BarColumns & InputColumns<InputName>,
    require({ inputs }) {
      for (const name of inputs) {
        const error = missing.get(name as Parameters<typeof missing.get>[0]);
        if (error !== undefined) throw error;
      }
    },
    benchmark,
  };
}
