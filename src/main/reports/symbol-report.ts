import { AppError, errorText } from '../../shared/app-error.ts';
import { messageCatalog } from '../../shared/i18n/message-catalog.ts';
import { assessmentChapter } from './chapters/assessment.ts';
import { levelsChapter } from './chapters/levels.ts';
import { overviewChapter } from './chapters/overview.ts';
import { priceChapter } from './chapters/price.ts';
import { provenanceChapter } from './chapters/provenance.ts';
import { recentBarsChapter } from './chapters/recent-bars.ts';
import type { Chapter, ReportDocument } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { reportText } from './report-messages.ts';

/** Grows whenever the same input would give another document. */
export const reportEngine = 2;

const chapters: readonly { readonly id: string; readonly build: (input: ReportInput) => Chapter }[] = [
  { id: 'overview', build: overviewChapter },
  { id: 'price', build: priceChapter },
  { id: 'assessment', build: assessmentChapter },
  { id: 'levels', build: levelsChapter },
  { id: 'recent', build: recentBarsChapter },
  { id: 'provenance', build: provenanceChapter },
];

interface BuiltReport {
  readonly document: ReportDocument;
  /** Chapters that could not be made, with the reason. */
  readonly warnings: readonly string[];
}

/** The report of one symbol. A chapter that cannot be made says why in its place; the others stand. */
export function symbolReport(input: ReportInput): BuiltReport {
  const { language, reply } = input;
  const warnings: string[] = [];
  const built = chapters.map(({ id, build }) => {
    try {
      return build(input);
    } catch (error) {
      // A refusal (too few bars, a basis that means nothing here) belongs in the report; a bug does not.
      if (!(error instanceof AppError)) throw error;
      const problem = errorText(error.code, error.params, language);
      warnings.push(`${id}: ${problem}`);
      return { id, title: id, blocks: [{ kind: 'callout', tone: 'warning', text: reportText(language, 'chapterFailed', { problem }) }] } as const;
    }
  });
  const document: ReportDocument = {
    title: reportText(language, 'title', { code: input.code, name: input.name ?? '' }).trim(),
    subtitle: reportText(language, 'subtitle', {
      market: input.market, asOf: input.times.at(-1) ?? '–', basis: messageCatalog[`series.basis.${reply.series.basis}`][language], source: reply.series.source,
    }),
    language,
    direction: input.direction,
    watermark: input.demo ? reportText(language, 'watermark') : null,
    chapters: built,
    footer: reportText(language, 'footer'),
  };
  return { document, warnings };
}
