/** A word list as its JSON file holds it (`resources/sentiment`). */
export interface LexiconTable {
  readonly language: 'zh' | 'en';
  /** Terms by weight: 2 and 1 good, -1 and -2 bad for the share price. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
  /** Words that turn what follows them into its opposite. */
  readonly negations: readonly string[];
  /** Words that strengthen (above 1) or weaken (below 1) what follows them. */
  readonly degrees: Readonly<Record<string, number>>;
}

/** A word list ready for looking up. */
export interface Lexicon {
  readonly language: LexiconTable['language'];
  readonly weights: ReadonlyMap<string, number>;
  readonly negations: ReadonlySet<string>;
  readonly degrees: ReadonlyMap<string, number>;
  /** Length of the longest entry, in characters for Chinese and in words for English. */
  readonly longest: number;
}

export function createLexicon(table: LexiconTable): Lexicon {
  const weights = new Map(Object.entries(table.terms).flatMap(([weight, terms]) => terms.map((term) => [term, Number(weight)] as const)));
  const lengthOf = (term: string): number => (table.language === 'zh' ? term.length : term.split(' ').length);
  const entries = [...weights.keys(), ...table.negations, ...Object.keys(table.degrees)];
  return {
    language: table.language,
    weights,
    negations: new Set(table.negations),
    degrees: new Map(Object.entries(table.degrees)),
    longest: Math.max(...entries.map(lengthOf)),
  };
}
