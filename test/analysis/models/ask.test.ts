import { describe, expect, test } from 'vitest';
import { ask, askQuestions, type AskContext, type Statement } from '../../../src/analysis/models/ask.ts';
import { capitalFlowSplit } from '../../../src/analysis/models/capital-flow.ts';
import { fundamentalScore } from '../../../src/analysis/models/fundamental-score.ts';
import { industryScore } from '../../../src/analysis/models/industry-score.ts';
import { levels } from '../../../src/analysis/models/levels.ts';
import { positionSize } from '../../../src/analysis/models/position-size.ts';
import { risk, riskParts } from '../../../src/analysis/models/risk.ts';
import { scoreRules } from '../../../src/analysis/models/score-rules.ts';
import { scoreStates } from '../../../src/analysis/models/score-state.ts';
import { score } from '../../../src/analysis/models/score.ts';
import { radarAxes, technicalRadar } from '../../../src/analysis/models/technical-radar.ts';
import { readyRules } from '../../../src/analysis/universe/rules/ready-rules.ts';
import { signalKinds } from '../../../src/analysis/universe/signals.ts';
import { newsMoods } from '../../../src/shared/contract/news.ts';
import { messageCatalog } from '../../../src/shared/i18n/message-catalog.ts';
import { modelText } from '../../../src/shared/i18n/model-text.ts';
import type { TradingDate } from '../../../src/shared/time.ts';
import { barsOf, wavyCloses } from '../bars-of.ts';

const bars = barsOf(wavyCloses(150, 40, 0.15));
const figures = { peTtm: 18, returnOnEquity: 16, debtRatio: null, revenueGrowth: 12, profitGrowth: 3 };
const split = capitalFlowSplit([{ date: 18_262 as TradingDate, net: { superLarge: 3e6, large: 1e6, medium: -1e6, small: -3e6 }, percent: { superLarge: 3, large: 1, medium: -1, small: -3 } }], 10);

const whole: AskContext = {
  score: score(bars, 'CN', 'raw'),
  risk: risk(bars, 'raw'),
  levels: levels(bars, 0.01),
  fundamentals: { figures, score: fundamentalScore(figures) },
  flow: split === null ? null : { split, to: '2020-01-01' },
  events: [{ date: '2020-01-01', title: 'A <b>title</b>', sentiment: 'positive' }],
  record: { correlation: [{ horizon: 20, value: -0.02, sections: 24 }] },
};
const nothing: AskContext = { score: null, risk: null, levels: null, fundamentals: null, flow: null, events: null, record: null };

const written = (statements: readonly Statement[], language: 'en' | 'zh'): string[] => statements.map(({ code, figures: named }) => modelText(code, language, named));

describe('ask', () => {
  test('every question is answered in both languages without a gap in a sentence', () => {
    const texts = askQuestions.flatMap((question) => (['en', 'zh'] as const).flatMap((language) => written(ask(question, whole), language)));
    expect(texts.filter((text) => /[{}]/.test(text) || text.includes('model.') || /\b(ask|score|state)\.\w/.test(text))).toEqual([]);
  });

  test('figures stand in the sentences', () => {
    expect(written(ask('fundamental', whole), 'en')).toEqual([
      '44 of 70 points that could be judged (62.86%); the rules give at most 85.',
      'Price ÷ earnings: 18, 20 of 25 points.',
      'Return on equity, %: 16, 12 of 15 points.',
      'Liabilities ÷ assets, %: unknown.',
      'Revenue growth a year over three years, %: 12, 8 of 15 points.',
      'Profit growth a year over three years, %: 3, 4 of 15 points.',
    ]);
    expect(written(ask('flow', whole), 'zh')[0]).toBe('截至 2020-01-01 的 1 日主力净流入 4,000,000（日均占成交额 4%）；1 日为正。');
  });

  test('score and risk are told with one decimal, as everywhere on the desk', () => {
    const score = { code: 'ask.score', figures: { score: 23.476, state: { code: 'state.weak' }, coverage: 100 } };
    const risk = { code: 'ask.risk', figures: { total: 48, level: { code: 'riskLevel.medium' }, alerts: 1 } };
    expect(written([score, risk], 'en')).toEqual(['The score is 23.5 of 100 (weak); 100% of it could be judged.', 'Risk 48.0 of 100 (medium); alerts: 1.']);
  });

  test('what is unavailable is said to be', () => {
    const answers = askQuestions.map((question) => ask(question, nothing)[0]?.code);
    expect(answers).toEqual(askQuestions.map(() => 'ask.unavailable'));
  });

  test('no news differs from news that is not loaded', () => {
    expect(ask('events', { ...nothing, events: [] })).toEqual([{ code: 'ask.noEvents', figures: {} }]);
  });

  test('a title is text, whatever it holds', () => {
    expect(written(ask('events', whole), 'en')).toEqual(['2020-01-01: A <b>title</b> (positive)']);
  });

  test('the overall answer ends by saying that it is no advice', () => {
    expect(ask('overall', whole).at(-1)?.code).toBe('ask.state');
  });
});

test('every code of every model has a text in both languages', () => {
  const rows = [
    ...(whole.risk?.rows ?? []),
    ...technicalRadar(bars, 'raw').flatMap(({ rows: own }) => own),
    ...positionSize({ riskPercent: 2, stopPercent: 5, volatility: 2 }).rows,
    ...fundamentalScore(figures).rows,
    ...industryScore({ changePercent: 1, netFlow: 1, levels: [1, 2] }).rows,
  ];
  const codes = [
    ...scoreRules.map(({ code }) => code),
    ...rows.map(({ code }) => code),
    ...scoreStates.map((state) => `state.${state}`),
    ...radarAxes.map((axis) => `radarAxis.${axis}`),
    ...riskParts.map((part) => `riskPart.${part}`),
    ...signalKinds.map((kind) => `signal.${kind}`),
    ...newsMoods.map((one) => `sentiment.${one}`),
    ...askQuestions.map((question) => `question.${question}`),
    ...Object.keys(readyRules).map((id) => `readyRule.${id}`),
  ];
  expect(codes.filter((code) => !Object.hasOwn(messageCatalog, `model.${code}`))).toEqual([]);
});
