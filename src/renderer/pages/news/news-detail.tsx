import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { NewsItem } from '../../../shared/contract/news.ts';
import { formatPercent } from '../../../shared/format/format-change.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { joinWords } from '../../../shared/i18n/join-words.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { StateView } from '../../components/state-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { DetailPart, DetailView } from '../../frame/detail-view.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { Fact, FactsList } from '../symbol/facts-list.tsx';
import { codeOf, moodText, timeText } from './news-columns.tsx';
import styles from './news-page.module.css';

/** One piece of news: its text, why it was judged as it was, what it is about. Text only; the page itself opens outside. */
export function NewsDetail({ item }: { readonly item: NewsItem | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { navigation, news } = useDesk();
  const topics = useStore(news, (state) => state.topics);
  if (item === null) return <StateView title={t('news.choose.title')} hint={t('news.choose.hint')} />;
  const { title, summary, url, source, mood, confidence, reasons, important, symbols, copies } = item;
  const names = item.topics.map((topic) => topics.find((one) => one.topic === topic)).flatMap((one) => (one === undefined ? [] : [language === 'zh' ? one.nameZh : one.nameEn]));
  return (
    <DetailView title={title}>
      <p className={styles.meta}>{`${source} · ${timeText(item)} UTC`}</p>
      {!item.isDated && <p className={styles.meta}>{t('news.undated')}</p>}
      {summary !== '' && <p className={styles.summary}>{summary}</p>}
      {url !== null && (
        <a className={styles.link} href={url} target="_blank" rel="noopener noreferrer">
          <ExternalLink size={14} aria-hidden />
          {t('news.open', { host: new URL(url).host })}
        </a>
      )}
      <FactsList>
        <Fact name={t('news.column.mood')}>{moodText(mood, t)}</Fact>
        <Fact name={t('news.confidence')}>{formatPercent(mood === null ? null : confidence)}</Fact>
        {names.length > 0 && <Fact name={t('news.topics')}>{joinWords(names, language)}</Fact>}
        {important.length > 0 && <Fact name={t('news.importantFor')}>{important.join(', ')}</Fact>}
        {copies > 0 && <Fact name={t('news.copies')}>{copies}</Fact>}
      </FactsList>
      <DetailPart title={t('news.why')}>
        {reasons.length === 0 ? (
          <p className={styles.meta}>{t(mood === null ? 'news.why.language' : 'news.why.none')}</p>
        ) : (
          <ul className={styles.reasons}>
            {reasons.map(({ term, weight }, place) => (
              <li key={`${place}-${term}`}>
                <span>{term}</span>
                <span>{`${weight > 0 ? '+' : ''}${formatNumber(weight, 1)}`}</span>
              </li>
            ))}
          </ul>
        )}
      </DetailPart>
      {symbols.length > 0 && (
        <DetailPart title={t('news.column.symbols')}>
          <p className={styles.symbols}>
            {symbols.map((symbol) => (
              <LinkButton key={symbol} title={symbol} onClick={() => navigation.getState().openSymbol(symbol)}>{codeOf(symbol)}</LinkButton>
            ))}
          </p>
        </DetailPart>
      )}
    </DetailView>
  );
}
