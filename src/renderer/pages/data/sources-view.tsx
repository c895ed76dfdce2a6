import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useDesk } from '../../desk-context.ts';
import { Inspector } from '../../frame/inspector.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './data-page.module.css';
import { FolderLine } from './folder-line.tsx';
import { sourceColumns } from './source-columns.tsx';
import { SourceDetail } from './source-detail.tsx';

/** Each source: whether it is asked at the moment, when it last delivered, how gently it is asked. */
export function SourcesView() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { sources } = useDesk();
  const { sources: list, chosen } = useStore(sources);
  const columns = useMemo(() => sourceColumns(t, language), [t, language]);
  if (list.state === 'loading') return <SkeletonRows />;
  if (list.value === null) return <ErrorView title={t('dataPage.failed')} error={list.error} onRetry={() => void sources.getState().load()} />;
  return (
    <div className={styles.page}>
      <FolderLine />
      <div className={styles.body}>
        <DataTable label={t('source.title')} rows={list.value} columns={columns} rowId={({ name }) => name} selected={chosen} onSelect={sources.getState().choose} />
      </div>
      <Inspector>
        <SourceDetail source={list.value.find(({ name }) => name === chosen) ?? null} />
      </Inspector>
    </div>
  );
}
