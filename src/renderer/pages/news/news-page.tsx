import { Newspaper, RefreshCw, Rss } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { errorText } from '../../../shared/app-error.ts';
import { newsMoods } from '../../../shared/contract/news.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StateView } from '../../components/state-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { Inspector } from '../../frame/inspector.tsx';
import { PageView } from '../../frame/page-view.tsx';
import { useFeedsAge } from '../../freshness/use-feeds-age.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { CheckField } from '../symbol/check-field.tsx';
import { newsColumns } from './news-columns.tsx';
import { NewsDetail } from './news-detail.tsx';
import styles from './news-page.module.css';

const windows = [1, 3, 7, 30, 365];

/** The news of the feeds: what, when, how it reads, whom it is about. */
export function NewsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { news, navigation, notices, scope } = useDesk();
  const { items, feeds, view, chosen, task, fetched } = useStore(news);
  const asOf = useStore(scope, (state) => state.asOf);
  const columns = useMemo(() => newsColumns(t), [t]);
  useEffect(() => void news.getState().show({ asOf }), [news, asOf]);
  const age = useFeedsAge(feeds);
  const item = items.value?.find(({ id }) => id === chosen) ?? null;
  const isFiltered = view.text !== '' || view.topic !== null || view.mood !== null || view.important;
  const openFeeds = (): void => navigation.getState().openOverlay('feeds');
  const fetch = (): void => void news.getState().fetch().catch(notices.getState().showThrown);
  const show = (part: Parameters<ReturnType<typeof news.getState>['show']>[0]): void => void news.getState().show(part);

  const body = (): React.ReactNode => {
    if (items.state === 'loading') return <SkeletonRows />;
    if (items.value === null) return <ErrorView title={t('news.failed')} error={items.error} onRetry={() => void news.getState().load()} />;
    if (items.value.length > 0) {
      return <DataTable id="news" label={t('news.title')} rows={items.value} columns={columns} rowId={({ id }) => String(id)} selected={chosen === null ? null : String(chosen)} onSelect={(id) => news.getState().choose(Number(id))} />;
    }
    if (isFiltered) return <StateView icon={<Newspaper size={24} aria-hidden />} title={t('news.noMatch')} action={<Button onClick={() => show({ text: '', topic: null, mood: null, important: false })}>{t('news.clear')}</Button>} />;
    if (feeds.length === 0) return <StateView icon={<Rss size={24} aria-hidden />} title={t('news.empty')} hint={t('news.empty.hint')} action={<Button look="primary" onClick={openFeeds}>{t('news.feeds.add')}</Button>} />;
    return <StateView icon={<Newspaper size={24} aria-hidden />} title={t('news.none')} hint={t('news.none.hint')} action={<Button onClick={fetch}>{t('news.fetch')}</Button>} />;
  };
  const choices = (
    <>
      <div className={styles.search}>
        <SearchField label={t('news.search')} value={view.text} onChange={(text) => show({ text: text.slice(0, 100) })} />
      </div>
      <div className={styles.choice}>
        <SelectField label={t('news.window')} value={String(view.days)} choices={windows.map((days) => ({ value: String(days), label: t('news.days', { count: days }) }))} onChange={(days) => show({ days: Number(days) })} />
      </div>
      <div className={styles.choice}>
        <SelectField
          label={t('news.column.mood')}
          value={view.mood ?? 'all'}
          choices={[{ value: 'all', label: t('news.mood.all') }, ...newsMoods.map((mood) => ({ value: mood, label: t(`news.mood.${mood}`) }))]}
          onChange={(mood) => show({ mood: newsMoods.find((one) => one === mood) ?? null })}
        />
      </div>
      <CheckField label={t('news.important')} checked={view.important} onChange={(important) => show({ important })} />
    </>
  );
  const actions = (
    <>
      <Button icon={<Rss size={16} aria-hidden />} onClick={openFeeds}>{t('news.feeds')}</Button>
      <Button icon={<RefreshCw size={16} aria-hidden />} disabled={task !== null || feeds.every(({ enabled }) => !enabled)} onClick={fetch}>{t(task === null ? 'news.fetch' : 'news.fetching')}</Button>
    </>
  );
  const notes = fetched !== null && (
    <p role="status" className={styles.fetched}>
      {t('news.fetched', { added: formatCount(fetched.added), repeated: formatCount(fetched.repeated) })}
      {fetched.failures.map(({ subject, error }) => (
        <span key={subject} className={styles.failure}>{`${subject}: ${errorText(error.code, error.params, language)}`}</span>
      ))}
    </p>
  );
  return (
    <PageView title={t('news.title')} choices={choices} age={age} onOpenAge={openFeeds} actions={actions} notes={notes}>
      {body()}
      {(items.value?.length ?? 0) > 0 && (
        <Inspector>
          <NewsDetail item={item} />
        </Inspector>
      )}
    </PageView>
  );
}
