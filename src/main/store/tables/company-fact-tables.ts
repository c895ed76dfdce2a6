import type { Connection } from '../connect.ts';
import type { CapitalFlowDay, FundamentalReport, ShareCount } from '../company-facts.ts';

/** Rows of one kind of fact, in layers: what counts for a key is the newest row. */
export interface FactTable<Fact> {
  of(instrument: number): readonly Fact[];
  /** Of every instrument. */
  all(): readonly Fact[];
  /** Answers false when the fact was known as it is. */
  add(fact: Fact, batch: number): boolean;
  /** Takes back a batch's rows; answers how many there were. */
  removeOf(batch: number): number;
}

export interface CompanyFactTables {
  readonly reports: FactTable<FundamentalReport>;
  readonly shares: FactTable<ShareCount>;
  readonly flows: FactTable<CapitalFlowDay> & { /** Of every instrument on a day. */ on(day: number): readonly CapitalFlowDay[] };
}

export function companyFactTables(database: Connection): CompanyFactTables {
  const flowsOn = database.prepare<[number], CapitalFlowDay>(
    `SELECT ${selected(flowColumns)} FROM capital_flow WHERE id IN (SELECT max(id) FROM capital_flow WHERE day = ? GROUP BY instrument, source) ORDER BY instrument, source`,
  );
  return {
    reports: factTable<FundamentalReport>(database, {
      table: 'fundamental_report',
      keys: { source: 'source', periodEnd: 'period_end', months: 'months', publishedAt: 'published_at' },
      values: {
        currency: 'currency', revenue: 'revenue', grossProfit: 'gross_profit', netProfit: 'net_profit', equity: 'equity', assets: 'assets',
      },
    }),
    shares: factTable<ShareCount>(database, {
      table: 'share_count',
      keys: { source: 'source', effectiveFrom: 'effective_from' },
      values: { total: 'total', floating: 'floating' },
    }),
    flows: { ...factTable<CapitalFlowDay>(database, flowColumns), on: (day) => flowsOn.all(day) },
  };
}

const flowColumns: FactColumns<CapitalFlowDay> = {
  table: 'capital_flow',
  keys: { source: 'source', day: 'day' },
  values: {
    superLarge: 'super_large', large: 'large', medium: 'medium', small: 'small',
    superLargePercent: 'super_large_percent', largePercent: 'large_percent', mediumPercent: 'medium_percent', smallPercent: 'small_percent',
  },
};

/** The fields of a fact and the columns they lie in; `keys` tell one fact from another, in the order they are read. */
interface FactColumns<Fact> {
  readonly table: string;
  readonly keys: { readonly [Name in keyof Fact]?: string };
  readonly values: { readonly [Name in keyof Fact]?: string };
}

function factTable<Fact extends { readonly instrument: number; readonly recordedAt: number }>(
  database: Connection,
  facts: FactColumns<Fact>,
): FactTable<Fact> {
  const { table, keys, values } = facts;
  const columns = columnsOf(facts);
  const keyColumns = Object.values<string | undefined>(keys).join(', ');
  const select = selected(facts);
  const of = database.prepare<[number], Fact>(
    `SELECT ${select} FROM ${table} WHERE id IN (SELECT max(id) FROM ${table} WHERE instrument = ? GROUP BY ${keyColumns}) ORDER BY ${keyColumns}`,
  );
  const all = database.prepare<[], Fact>(
    `SELECT ${select} FROM ${table} WHERE id IN (SELECT max(id) FROM ${table} GROUP BY instrument, ${keyColumns}) ORDER BY instrument, ${keyColumns}`,
  );
  const isKey = Object.entries<string | undefined>(keys).map(([name, column]) => `${column} = @${name}`).join(' AND ');
  const newest = database.prepare<[Fact], Fact>(
    `SELECT ${select} FROM ${table} WHERE instrument = @instrument AND ${isKey} ORDER BY id DESC LIMIT 1`,
  );
  const insert = database.prepare(
    `INSERT INTO ${table} (${columns.map(([, column]) => column).join(', ')}, batch) VALUES (${columns.map(([name]) => `@${name}`).join(', ')}, @batch)`,
  );
  const removeOf = database.prepare<[number]>(`DELETE FROM ${table} WHERE batch = ?`);
  const valueNames = Object.keys(values) as (keyof Fact)[];
  return {
    of: (instrument) => of.all(instrument),
    all: () => all.all(),
    add: (fact, batch) => {
      const known = newest.get(fact);
      if (known !== undefined && valueNames.every((name) => known[name] === fact[name])) return false;
      insert.run({ ...fact, batch });
      return true;
    },
    removeOf: (batch) => removeOf.run(batch).changes,
  };
}

function columnsOf<Fact>({ keys, values }: FactColumns<Fact>): [string, string | undefined][] {
  return Object.entries<string | undefined>({ instrument: 'instrument', ...keys, recordedAt: 'recorded_at', ...values });
}

function selected<Fact>(facts: FactColumns<Fact>): string {
  return columnsOf(facts).map(([name, column]) => `${column} AS ${name}`).join(', ');
}
