import type { Store } from '../../store/store.ts';
import type { SeriesAge } from '../bars.ts';
import type { HandlersOf } from '../handlers.ts';
import { analysisSource } from './analysis-source.ts';
import { chanPart } from './chan-part.ts';
import { hamaPart } from './hama-part.ts';
import { indicatorsPart } from './indicators-part.ts';

/** One part of the analysis of one symbol. */
export function analyzeHandlers(store: Store, ageOf: SeriesAge): HandlersOf<'analyze'> {
  return {
    'analyze.symbol': (input) => {
      const source = analysisSource(store, ageOf, input);
      switch (input.part) {
        case 'indicators':
          return indicatorsPart(source, input, store, ageOf);
        case 'hama':
          return hamaPart(source, input);
        case 'chan':
          return chanPart(source, input);
      }
    },
  };
}
