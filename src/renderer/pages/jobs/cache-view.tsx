import { HardDrive } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { cacheRegionNames, type CacheRegionName } from '../../../shared/contract/cache.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StateView } from '../../components/state-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { Inspector } from '../../frame/inspector.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { entryColumns, regionColumns } from './cache-columns.tsx';
import { CacheDetail } from './cache-detail.tsx';
import { CacheLevels } from './cache-levels.tsx';
import styles from './jobs-page.module.css';

const isRegion = (name: string): name is CacheRegionName => (cacheRegionNames as readonly string[]).includes(name);
const renewMs = 5_000;

/** The regions with what each level answered, and under them the keys, which can be searched. */
export function CacheView() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { cache } = useDesk();
  const { statistics, list, region, text, chosen } = useStore(cache);
  const columns = useMemo(() => regionColumns(t, language), [t, language]);
  const keyColumns = useMemo(() => entryColumns(t), [t]);
  useEffect(() => {
    void cache.getState().load();
    // Nothing tells of single answers; while the page is looked at, the counters are read now and then.
    const timer = setInterval(() => void cache.getState().load(), renewMs);
    return () => clearInterval(timer);
  }, [cache]);

  if (statistics.value === null) {
    return <div className={styles.body}>{statistics.state === 'failed' ? <ErrorView title={t('cache.failed.load')} error={statistics.error} onRetry={() => void cache.getState().load()} /> : <SkeletonRows />}</div>;
  }
  const keys = (): React.ReactNode => {
    if (list.state === 'failed') return <ErrorView title={t('cache.failed.load')} error={list.error} onRetry={() => void cache.getState().load()} />;
    if (list.value === null) return <SkeletonRows />;
    if (list.value.total === 0 && text === '' && region !== null) return <StateView icon={<HardDrive size={24} aria-hidden />} title={t('cache.empty.region', { region: t(`cache.region.${region}`) })} hint={t('cache.empty.hint')} />;
    if (list.value.total === 0 && text !== '') return <StateView title={t('cache.noMatch')} hint={t('cache.noMatch.hint')} />;
    if (list.value.total === 0) return <StateView icon={<HardDrive size={24} aria-hidden />} title={t('cache.empty')} hint={t('cache.empty.hint')} />;
    return (
      <DataTable
        id="cacheKeys"
        label={t('cache.keys')}
        rows={list.value.entries}
        columns={keyColumns}
        rowId={(entry) => `${entry.region} ${entry.key}`}
        selected={chosen === null ? null : `${chosen.region} ${chosen.key}`}
        onSelect={(id) => {
          const entry = list.value?.entries.find((one) => `${one.region} ${one.key}` === id);
          if (entry !== undefined) void cache.getState().choose(entry.region, entry.key);
        }}
      />
    );
  };
  return (
    <>
      <CacheLevels statistics={statistics.value} />
      <div className={styles.regions}>
        <DataTable
          id="cacheRegions"
          label={t('cache.regions')}
          rows={statistics.value.regions}
          columns={columns}
          rowId={(row) => row.region}
          selected={region}
          onSelect={(name) => void cache.getState().chooseRegion(isRegion(name) && name !== region ? name : null)}
        />
      </div>
      <div className={styles.searchRow}>
        <h2 className={styles.subtitle}>{region === null ? t('cache.keys') : `${t('cache.keys')}: ${t(`cache.region.${region}`)}`}</h2>
        {list.value !== null && list.value.total > 0 && <span className={styles.muted}>{t('cache.shown', { shown: formatCount(list.value.entries.length), total: formatCount(list.value.total) })}</span>}
        <div className={styles.search}><SearchField label={t('cache.search')} value={text} onChange={(value) => void cache.getState().search(value)} /></div>
      </div>
      <div className={styles.body}>{keys()}</div>
      <Inspector>
        <CacheDetail />
      </Inspector>
    </>
  );
}
