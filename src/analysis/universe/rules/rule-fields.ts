import { barColumnNames } from '../../../shared/bars.ts';
import { indicators } from '../../indicators/registry.ts';

/** A parameter of a field, given in brackets. */
interface RuleParameter {
  readonly name: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

/** What a rule can ask of a bar. */
export interface RuleField {
  readonly name: string;
  readonly parameters: readonly RuleParameter[];
  /** Words the field can be compared with, and the numbers they stand for. */
  readonly words: Readonly<Record<string, number>> | null;
  /** Where its values come from: the bars, an indicator, or the ranks and models of the whole universe. */
  readonly origin: 'bars' | 'indicator' | 'universe' | 'chan';
}

/** Codes of the types of Chan points; `none` is a bar on which none was first seen. */
export const chanPointCodes: Readonly<Record<string, number>> = { none: 0, '1': 1, '1p': 1.5, '2': 2, '2s': 2.5, '3a': 3, '3b': 3.5 };

const windowOf = (bars: number): RuleParameter => ({ name: 'period', default: bars, min: 1, max: 1300, whole: true });

const barFields: readonly RuleField[] = [
  ...['open', 'high', 'low', 'close', 'volume', 'amount', 'change'].map((name) => field(name, 'bars')),
  field('highest', 'bars', [windowOf(20)]),
  field('lowest', 'bars', [windowOf(20)]),
];

const universeFields = ['score', 'rank', 'rankChange', 'rankChangePercent', 'risk', 'needle', 'signalStrength', 'signalCount', 'turnover'].map((name) => field(name, 'universe'));

const chanFields = ['chan.buy', 'chan.sell'].map((name) => field(name, 'chan', [], chanPointCodes));

const indicatorWords: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'hama.state': { bullish: 1, bearish: -1, ranging: 0 },
  'hama.cross': { up: 1, down: -1, none: 0 },
  'hama.colour': { green: 1, red: -1 },
  'supertrend.direction': { up: 1, down: -1 },
};

/** Indicators that ask for more than the bars, such as a benchmark, are left out. */
const ownColumns: ReadonlySet<string> = new Set(barColumnNames);

/** `rsi(14)` where an indicator has one output, `macd.signal(12, 26, 9)` where it has several; the number parameters in their order. */
const indicatorFields = indicators.filter(({ inputs }) => inputs.every((input) => ownColumns.has(input))).flatMap((indicator): RuleField[] => {
  const parameters = Object.entries(indicator.parameters).flatMap(([name, parameter]): RuleParameter[] =>
    parameter.kind === 'number' ? [{ name, default: parameter.default, min: parameter.min, max: parameter.max, whole: parameter.step === 1 }] : [],
  );
  const outputs = Object.keys(indicator.outputs);
  return outputs.map((output) => {
    const name = outputs.length === 1 ? indicator.id : `${indicator.id}.${output}`;
    return field(name, 'indicator', parameters, indicatorWords[name] ?? null);
  });
});

/** Every field, by name. */
export const ruleFields: ReadonlyMap<string, RuleField> = new Map(
  [...barFields, ...universeFields, ...chanFields, ...indicatorFields].map((one) => [one.name, one]),
);

function field(name: string, origin: RuleField['origin'], parameters: readonly RuleParameter[] = [], words: RuleField['words'] = null): RuleField {
  return { name, parameters, words, origin };
}
