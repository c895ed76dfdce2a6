import { AppError } from '../../../shared/app-error.ts';
import { analysisParts, type AnalysisAnswer, type AnalysisPart } from '../../../shared/contract/analyze.ts';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { HandlersOf } from '../handlers.ts';
import { readBarsOf } from '../read-bars.ts';
import { resolveInstrument } from '../resolve-symbol.ts';
import { analysisSource, type AnalysisSource, type AnalyzeInput } from './analysis-source.ts';
import { chanPart, parseConfig } from './chan-part.ts';
import { flowPart, fundamentalsPart } from './company-parts.ts';
import { differsPart } from './differs-part.ts';
import { givenColumns } from './given-columns.ts';
import { hamaPart } from './hama-part.ts';
import type { AnalysisServices } from './indicator-input.ts';
import { indicatorsPart } from './indicators-part.ts';
import { levelsPart, riskPart, scenarioPart, scorePart } from './model-parts.ts';
import { modelSource } from './model-source.ts';
import { resonancePart } from './resonance-part.ts';

type SinglePart = Exclude<AnalysisPart, 'all'>;

/** Starts the task of `analyze.universe`; answers its id. */
type StartUniverse = (input: ParsedInput<'analyze.universe'>) => string;

/** One part of the analysis of one symbol, or all of them. */
export function analyzeHandlers(from: AnalysisServices, startUniverse: StartUniverse): HandlersOf<'analyze'> {
  return {
    'analyze.symbol': (input) => {
      const sources = sourcesOf(from, input);
      return input.part === 'all' ? allParts(sources, input, from) : onePart(input.part, sources, input, from);
    },
    'analyze.universe': (input) => ({ task: startUniverse(input) }),
    'analyze.columns': ({ symbol, names, benchmark, ...request }) => {
      const instrument = resolveInstrument(symbol, from.store.read.instruments());
      const { series, freq, version, columns: bars } = readBarsOf(from, instrument, request);
      const found = givenColumns(from, from.rulesByMic, { instrument, freq, basis: series.basis, bars }, names, { benchmark });
      const missing = [...found.missing].map(([name, error]) => ({ name, error: error.toReply() }));
      return { version, columns: found.columns, missing, benchmark: found.benchmark };
    },
  };
}

interface Sources {
  readonly stored: AnalysisSource;
  readonly model: AnalysisSource;
}

/** Each source is read when the first part asks for it. */
function sourcesOf(from: AnalysisServices, input: AnalyzeInput): Sources {
  let stored: AnalysisSource | null = null;
  let model: AnalysisSource | null = null;
  return {
    get stored() {
      return (stored ??= analysisSource(from, input));
    },
    get model() {
      return (model ??= modelSource(from, input));
    },
  };
}

function onePart(part: SinglePart, sources: Sources, input: AnalyzeInput, from: AnalysisServices): AnalysisAnswer {
  switch (part) {
    case 'indicators':
      return indicatorsPart(sources.stored, input, from);
    case 'hama':
      return hamaPart(sources.stored, input, from);
    case 'chan':
      return chanPart(sources.stored, input, from);
    case 'resonance':
      return { ...resonancePart(sources.stored, { asOf: input.asOf, overrides: parseConfig(input.config ?? '{}') }, from) };
    case 'score':
      return { ...scorePart(sources.model) };
    case 'risk':
      return { ...riskPart(sources.model) };
    case 'scenario':
      return { ...scenarioPart(sources.model, from.calendarById(sources.model.instrument.calendar)) };
    case 'levels':
      return { ...levelsPart(sources.model) };
    case 'fundamentals':
      return { ...fundamentalsPart(sources.stored, from.store.read, input.asOf) };
    case 'flow':
      return { ...flowPart(sources.stored, from.store.read, input.asOf) };
    case 'differs':
      return differsPart(sources.stored, input, from);
  }
}

/** Every part under its name. One that is refused (a basis, too few bars) says why in its place; the others stand. */
function allParts(sources: Sources, input: AnalyzeInput, from: AnalysisServices): AnalysisAnswer {
  // A set means one thing for indicators and another for HAMA; all parts together take their defaults.
  const { set: _set, ...plain } = input;
  // The comparison of conventions answers a question about one figure; it is no part of an analysis.
  const parts = analysisParts.filter((part) => part !== 'all' && part !== 'differs').map((part) => {
    try {
      return [part, onePart(part, sources, plain, from)] as const;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return [part, { error: error.toReply() }] as const;
    }
  });
  return { ...sources.stored.header, ...Object.fromEntries(parts) };
}
