import type { BarSource } from '../bars.ts';
import type { HandlersOf } from '../handlers.ts';
import { analysisSource } from './analysis-source.ts';
import { chanPart } from './chan-part.ts';
import { hamaPart } from './hama-part.ts';
import { indicatorsPart } from './indicators-part.ts';

/** One part of the analysis of one symbol. */
export function analyzeHandlers(from: BarSource): HandlersOf<'analyze'> {
  return {
    'analyze.symbol': (input) => {
      const source = analysisSource(from, input);
      switch (input.part) {
        case 'indicators':
          return indicatorsPart(source, input, from);
        case 'hama':
          return hamaPart(source, input);
        case 'chan':
          return chanPart(source, input);
      }
    },
  };
}
