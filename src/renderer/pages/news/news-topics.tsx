import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatCount } from '../../../shared/format/format-number.ts';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './news-topics.module.css';

/** Hot topics: how often each is in the news of the window, and whether more or less than in the one before. */
export function NewsTopics() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { news } = useDesk();
  const { topics, view } = useStore(news);
  const choose = (topic: string | null): void => void news.getState().show({ topic });
  return (
    <section aria-label={t('news.topics')} className={styles.list}>
      <h2 className={styles.title}>{t('news.topics')}</h2>
      <button type="button" aria-pressed={view.topic === null} className={styles.topic} onClick={() => choose(null)}>
        <span>{t('news.topics.all')}</span>
      </button>
      {topics.map(({ topic, nameEn, nameZh, count, before }) => (
        <button key={topic} type="button" aria-pressed={view.topic === topic} className={styles.topic} onClick={() => choose(view.topic === topic ? null : topic)}>
          <span>{language === 'zh' ? nameZh : nameEn}</span>
          <span className={styles.count} title={t('news.topics.before', { count: before, formatted: formatCount(before) })}>
            {count > before ? '▲' : count < before ? '▼' : ''} {formatCount(count)}
          </span>
        </button>
      ))}
      {topics.length === 0 && <p className={styles.none}>{t('news.topics.none')}</p>}
    </section>
  );
}
