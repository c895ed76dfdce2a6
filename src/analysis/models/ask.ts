import type { FlowSplit } from './capital-flow.ts';
import type { FundamentalScore, Fundamentals } from './fundamental-score.ts';
import type { Levels } from './levels.ts';
import type { Risk } from './risk.ts';
import type { Score } from './score.ts';
import type { TrackRecord } from './track-record.ts';

export const askQuestions = ['support', 'technical', 'fundamental', 'flow', 'events', 'overall'] as const;
export type AskQuestion = (typeof askQuestions)[number];

/** A figure in a sentence: a number, a word of the message catalogue, or text as it came. */
type Figure = number | null | { readonly code: string } | { readonly text: string };

/** One sentence of an answer: the text's code and the figures it names. */
export interface Statement {
  readonly code: string;
  readonly figures: Readonly<Record<string, Figure>>;
}

interface AskEvent {
  /** ISO date. */
  readonly date: string;
  readonly title: string;
  /** Sentiment class, null where none was computed. */
  readonly sentiment: string | null;
}

/** What the engine knows of a symbol. Null says that a part is unavailable, and the answer says so too. */
export interface AskContext {
  readonly score: Score | null;
  readonly risk: Risk | null;
  readonly levels: Levels | null;
  readonly fundamentals: { readonly figures: Fundamentals; readonly score: FundamentalScore } | null;
  /** `to` and `asOf` in ISO, so that an old flow is seen to be old. */
  readonly flow: { readonly split: FlowSplit; readonly to: string } | null;
  /** Newest first; null where no news is loaded, empty where there was none. */
  readonly events: readonly AskEvent[] | null;
  readonly record: Pick<TrackRecord, 'correlation'> | null;
}

/** Answers one of the six questions from the engine's figures alone: the same figures give the same sentences. */
export function ask(question: AskQuestion, context: AskContext): Statement[] {
  switch (question) {
    case 'support':
      return supportAnswer(context.levels);
    case 'technical':
      return technicalAnswer(context.score);
    case 'fundamental':
      return fundamentalAnswer(context.fundamentals);
    case 'flow':
      return flowAnswer(context.flow);
    case 'events':
      return eventsAnswer(context.events);
    case 'overall':
      return overallAnswer(context);
  }
}

function unavailable(part: AskQuestion | 'risk'): Statement {
  return { code: 'ask.unavailable', figures: { part: { code: `ask.part.${part}` } } };
}

function supportAnswer(levels: Levels | null): Statement[] {
  if (levels === null) return [unavailable('support')];
  const side = (name: 'support' | 'resistance', list: Levels['supports']): Statement[] =>
    list.length === 0
      ? [{ code: `ask.no.${name}`, figures: { close: levels.close } }]
      : list.slice(0, 2).map(({ price, distancePercent, term, sources }) => ({
          code: `ask.${name}`,
          figures: { price, distance: distancePercent, term: { code: `term.${term ?? 'medium'}` }, source: { code: `level.${sources[0] ?? 'round'}` } },
        }));
  return [{ code: 'ask.close', figures: { close: levels.close } }, ...side('support', levels.supports), ...side('resistance', levels.resistances)];
}

function technicalAnswer(score: Score | null): Statement[] {
  if (score === null || score.score === null) return [unavailable('technical')];
  const statements: Statement[] = [
    { code: 'ask.score', figures: { score: score.score, state: { code: `state.${score.state ?? 'neutral'}` }, coverage: score.coverage * 100 } },
  ];
  for (const { dimension, points, maximum, rows } of score.dimensions) {
    if (points === null) continue;
    const [strongest] = rows.filter(({ input }) => input !== null).sort((a, b) => b.contribution / b.maximum - a.contribution / a.maximum);
    statements.push({
      code: 'ask.dimension',
      figures: { dimension: { code: `dimension.${dimension}` }, points, maximum, rule: { code: strongest?.code ?? '' }, input: strongest?.input ?? null },
    });
  }
  return [...statements, ...score.marks.map((mark): Statement => ({ code: `mark.${mark}`, figures: {} }))];
}

function fundamentalAnswer(known: AskContext['fundamentals']): Statement[] {
  if (known === null || known.score.percent === null) return [unavailable('fundamental')];
  const { score } = known;
  return [
    { code: 'ask.fundamental', figures: { points: score.points, judged: score.judged, maximum: score.maximum, percent: score.percent } },
    ...score.rows.flatMap(({ code, input, contribution, maximum }): Statement[] =>
      input === null ? [{ code: 'ask.unknown', figures: { rule: { code } } }] : [{ code: 'ask.row', figures: { rule: { code }, input, points: contribution, maximum } }],
    ),
  ];
}

function flowAnswer(flow: AskContext['flow']): Statement[] {
  if (flow === null) return [unavailable('flow')];
  const { split } = flow;
  return [
    { code: 'ask.flow', figures: { days: split.days, to: { text: flow.to }, net: split.main.net, percent: split.main.meanPercent, positive: split.main.positiveDays } },
    { code: 'ask.flowMirror', figures: {} },
  ];
}

function eventsAnswer(events: AskContext['events']): Statement[] {
  if (events === null) return [unavailable('events')];
  if (events.length === 0) return [{ code: 'ask.noEvents', figures: {} }];
  return events
    .slice(0, 5)
    .map(({ date, title, sentiment }) => ({ code: 'ask.event', figures: { date: { text: date }, title: { text: title }, sentiment: { code: `sentiment.${sentiment ?? 'none'}` } } }));
}

function overallAnswer(context: AskContext): Statement[] {
  const { score, risk, levels, record } = context;
  const statements: Statement[] = [];
  if (score === null || score.score === null) statements.push(unavailable('technical'));
  else statements.push({ code: 'ask.score', figures: { score: score.score, state: { code: `state.${score.state ?? 'neutral'}` }, coverage: score.coverage * 100 } });
  if (risk === null || risk.total === null) statements.push(unavailable('risk'));
  else statements.push({ code: 'ask.risk', figures: { total: risk.total, level: { code: `riskLevel.${risk.level ?? 'medium'}` }, alerts: risk.alerts.length } });
  for (const [name, level] of [['support', levels?.supports[0]], ['resistance', levels?.resistances[0]]] as const) {
    if (level !== undefined) statements.push({ code: `ask.nearest.${name}`, figures: { price: level.price, distance: level.distancePercent } });
  }
  const twenty = record?.correlation.find(({ horizon }) => horizon === 20);
  if (twenty !== undefined && twenty.value !== null) statements.push({ code: 'ask.record', figures: { correlation: twenty.value, sections: twenty.sections } });
  return [...statements, { code: 'ask.state', figures: {} }];
}
