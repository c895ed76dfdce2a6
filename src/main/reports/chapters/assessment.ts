import { hamaReading } from '../../../analysis/indicators/hama-reading.ts';
import type { ExplanationRow } from '../../../analysis/models/explanation.ts';
import { risk } from '../../../analysis/models/risk.ts';
import { scoreMarketOf } from '../../../analysis/models/score-market.ts';
import { score } from '../../../analysis/models/score.ts';
import { formatChange, formatPercent } from '../../../shared/format/format-change.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { messageCatalog, type MessageKey } from '../../../shared/i18n/message-catalog.ts';
import { modelText } from '../../../shared/i18n/model-text.ts';
import { closedBars } from '../../api/analyze/closed-bars.ts';
import type { Block, Cell, Chapter } from '../report-document.ts';
import type { ReportInput } from '../report-input.ts';
import { reportText } from '../report-messages.ts';

/** Score, risk and HAMA of the last closed bar, with the reason for every point. */
export function assessmentChapter({ language, bars, reply }: ReportInput): Chapter {
  const closed = closedBars(bars);
  const { basis, symbol } = reply.series;
  const [scored, risked] = [score(closed, scoreMarketOf(symbol), basis), risk(closed, basis)];
  const text = (key: MessageKey): string => messageCatalog[key][language];
  const judged = (figure: number | null, state: string | null): string => `${formatNumber(figure, 1)}${state === null ? '' : ` · ${modelText(state, language)}`}`;
  const fact = (label: MessageKey, value: string) => ({ label: text(label), value, tone: 'flat' as const });
  const rowsOf = (heading: string, rows: readonly ExplanationRow[]): Cell[][] =>
    rows.map(({ code, input, threshold, contribution, maximum }) => [
      heading, modelText(code, language), input, threshold, input === null ? null : `${formatNumber(contribution, 1)} / ${formatNumber(maximum, 1)}`,
    ]);
  const columns = [
    { title: text('score.column.dimension'), align: 'start' as const },
    { title: text('score.column.rule'), align: 'start' as const },
    { title: text('score.column.value'), align: 'end' as const, decimals: 2 },
    { title: text('score.column.threshold'), align: 'end' as const, decimals: 1 },
    { title: text('score.column.points'), align: 'end' as const },
  ];
  const blocks: Block[] = [
    {
      kind: 'facts',
      facts: [
        fact('score.title', judged(scored.score, scored.state === null ? null : `state.${scored.state}`)),
        { label: reportText(language, 'coverage'), value: formatPercent(scored.coverage), tone: 'flat' },
        fact('risk.title', judged(risked.total, risked.level === null ? null : `riskLevel.${risked.level}`)),
        fact('hama.title', hamaText(closed, reply.series.basis, text)),
      ],
    },
    { kind: 'table', columns, rows: scored.dimensions.flatMap(({ dimension, rows }) => rowsOf(modelText(`dimension.${dimension}`, language), rows)) },
    { kind: 'table', columns, rows: risked.parts.flatMap(({ part }, place) => rowsOf(modelText(`riskPart.${part}`, language), risked.rows.slice(place, place + 1))) },
    { kind: 'paragraph', text: text('score.notAdvice') },
  ];
  return { id: 'assessment', title: reportText(language, 'assessment'), blocks };
}

function hamaText(bars: ReportInput['bars'], basis: ReportInput['reply']['series']['basis'], text: (key: MessageKey) => string): string {
  const reading = hamaReading(bars, {}, { preset: 'A', basis });
  return reading.kind === 'ready' ? `${text(`hama.${reading.state}`)} ${formatChange(reading.deviationPercent / 100)}` : formatNumber(null, 0);
}
