import type { CapitalFlowDay } from '../store/company-facts.ts';
import type { Instrument } from '../store/store.ts';
import type { RankedUniverse } from './ranked-universe.ts';

/** What is known of the money flow into an industry on the universe's date. */
interface IndustryFlow {
  /**
   * Net inflow of large and super-large orders, in currency; null where the members whose flow is stored make up less than half of the
   * industry's traded value, or their currencies differ.
   */
  readonly net: number | null;
  /** Members whose flow is stored. */
  readonly known: number;
}

interface FlowUniverse {
  readonly table: Pick<RankedUniverse['table'], 'symbols' | 'dates' | 'industries' | 'industryOf' | 'amount'>;
  readonly instruments: readonly Pick<Instrument, 'id' | 'currency'>[];
  readonly date: number;
}

/** Share of the traded value from which members stand for their industry. */
const leastShare = 0.5;

/** The flow of every industry, by its place in the table, from the rows of one day; sources are never mixed: the one that knows most members counts. */
export function industryFlows({ table, instruments, date }: FlowUniverse, flowsOn: (day: number) => readonly CapitalFlowDay[]): readonly IndustryFlow[] {
  const bySource = [...Map.groupBy(flowsOn(date), ({ source }) => source)].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const flows = new Map((bySource[0]?.[1] ?? []).map((flow) => [flow.instrument, flow]));
  const width = table.symbols.length;
  const today = (table.dates.length - 1) * width;
  const sums = table.industries.map(() => ({ net: 0, known: 0, knownAmount: 0, amount: 0, currencies: new Set<string | null>() }));
  for (const [symbol, { id, currency }] of instruments.entries()) {
    const sum = sums[table.industryOf[symbol] ?? -1];
    if (sum === undefined) continue;
    const amount = table.amount[today + symbol] || 0;
    sum.amount += amount;
    const flow = flows.get(id);
    if (flow === undefined) continue;
    sum.net += flow.superLarge + flow.large;
    sum.known += 1;
    sum.knownAmount += amount;
    sum.currencies.add(currency);
  }
  return sums.map(({ net, known, knownAmount, amount, currencies }) => ({ net: currencies.size === 1 && knownAmount >= amount * leastShare ? net : null, known }));
}
