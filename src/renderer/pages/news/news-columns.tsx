import type { TFunction } from 'i18next';
import type { NewsItem, NewsMood } from '../../../shared/contract/news.ts';
import { missingText } from '../../../shared/format/missing.ts';
import { formatMinute } from '../../../shared/format/format-minute.ts';
import type { TableColumn } from '../../components/table-column.ts';
import styles from './news-page.module.css';

/** Signs that tell the classes apart without colour. */
const signs: Readonly<Record<NewsMood, string>> = { veryNegative: '−−', negative: '−', neutral: '·', positive: '+', veryPositive: '++' };

export function newsColumns(t: TFunction): readonly TableColumn<NewsItem>[] {
  return [
    { id: 'at', header: t('news.column.at'), width: '17ch', value: ({ publishedAt }) => publishedAt, cell: (item) => timeText(item) },
    {
      id: 'title', header: t('news.column.title'), width: 'minmax(220px, 1fr)', value: ({ title }) => title,
      cell: ({ title, important }) => (
        <span title={title}>
          {important.length > 0 && <strong className={styles.important}>{t('news.important.mark')}</strong>}
          {title}
        </span>
      ),
    },
    { id: 'source', header: t('news.column.source'), width: 'minmax(60px, 110px)', value: ({ source }) => source, cell: ({ source }) => <span title={source}>{source}</span> },
    { id: 'mood', header: t('news.column.mood'), width: '15ch', value: ({ score, mood }) => (mood === null ? null : score), cell: ({ mood }) => moodText(mood, t) },
    { id: 'symbols', header: t('news.column.symbols'), width: '10ch', value: ({ symbols }) => symbols.map(codeOf).join(' '), cell: ({ symbols }) => <span title={symbols.join(' ')}>{symbols.map(codeOf).join(' ')}</span> },
  ];
}

export function moodText(mood: NewsMood | null, t: TFunction): string {
  return mood === null ? missingText : `${signs[mood]} ${t(`news.mood.${mood}`)}`;
}

/** The minute of publication in UTC; that of the fetch is marked. */
export function timeText({ publishedAt, isDated }: Pick<NewsItem, 'publishedAt' | 'isDated'>): string {
  return `${isDated ? '' : '≤ '}${formatMinute(publishedAt)}`;
}

export function codeOf(symbol: string): string {
  return symbol.slice(symbol.indexOf(':') + 1);
}
