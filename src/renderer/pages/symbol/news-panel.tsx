import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ErrorView } from '../../components/error-view.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useDesk } from '../../desk-context.ts';
import { moodText, timeText } from '../news/news-columns.tsx';
import styles from './news-panel.module.css';

/** The news that name the symbol, newest first; during a replay none that was published later. */
export function NewsPanel({ symbol, asOf }: { readonly symbol: string; readonly asOf: string | null }) {
  const { t } = useTranslation();
  const { news } = useDesk();
  const items = useStore(news, (state) => state.ofSymbol);
  const load = (): void => void news.getState().loadSymbol(symbol, asOf);
  useEffect(() => void news.getState().loadSymbol(symbol, asOf), [news, symbol, asOf]);
  if (items.state === 'loading') return <SkeletonRows />;
  if (items.value === null) return <ErrorView compact error={items.error} onRetry={load} />;
  if (items.value.length === 0) return <p className={styles.none}>{t('news.symbol.none')}</p>;
  return (
    <ul className={styles.list}>
      {items.value.map((item) => (
        <li key={item.id} className={styles.item}>
          <span className={styles.time}>{timeText(item)}</span>
          {item.url === null ? <span className={styles.title}>{item.title}</span> : <a className={styles.title} href={item.url} target="_blank" rel="noopener noreferrer">{item.title}</a>}
          <span className={styles.mood}>{moodText(item.mood, t)}</span>
        </li>
      ))}
    </ul>
  );
}
