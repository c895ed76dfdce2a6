import { AppError } from '../../shared/app-error.ts';
import { askQuestions, type AskQuestion } from './ask.ts';

/** Words that mark a question; the first list with a hit decides, so the narrower questions come before "overall". */
const marks: readonly (readonly [AskQuestion, RegExp])[] = [
  ['support', /support|resist|level|支撑|压力|阻力/],
  ['flow', /flow|money|inflow|outflow|main force|资金|主力|流入|流出/],
  ['events', /event|news|happen|announce|新闻|事件|消息|公告|发生/],
  ['fundamental', /fundamental|earning|valuation|profit|revenue|p\/?e\b|roe|debt|基本面|估值|市盈率|业绩|营收|利润|负债/],
  ['technical', /technical|trend|momentum|indicator|rsi|macd|score|技术|趋势|指标|评分|动量/],
  ['overall', /overall|summary|look|opinion|how is|综合|总体|整体|怎么样|如何|怎样/],
];

/** Which of the six questions a text asks, by its name or by words of either language. Throws `ask.question`, naming the six. */
export function askQuestionOf(text: string): AskQuestion {
  const wanted = text.trim().toLowerCase();
  const named = askQuestions.find((question) => question === wanted);
  const found = named ?? marks.find(([, words]) => words.test(wanted))?.[0];
  if (found === undefined) throw new AppError('ask.question', { value: text.slice(0, 100), allowed: askQuestions.join(', ') });
  return found;
}
