import { Eraser, ShieldCheck } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { TableFacts } from '../../../shared/contract/db.ts';
import { formatBytes } from '../../../shared/format/format-bytes.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { formatMinute } from '../../../shared/format/format-minute.ts';
import { tableName } from '../../../shared/i18n/table-name.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import type { TableColumn } from '../../components/table-column.ts';
import { useDesk } from '../../desk-context.ts';
import { Inspector } from '../../frame/inspector.tsx';
import { PageNote } from '../../frame/page-note.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { BackupList } from './backup-list.tsx';
import styles from './data-page.module.css';

/** The store as a file: its tables, a check, a clean-up that first tells what it would remove, and the backups. */
export function StoreView() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { storeFile, notices } = useDesk();
  const { facts, preview, done, problems } = useStore(storeFile);
  const columns = useMemo((): readonly TableColumn<TableFacts>[] => [
    { id: 'holds', header: t('storeFile.holds'), width: 'minmax(200px, 1fr)', value: ({ table }) => tableName(table, language) },
    { id: 'table', header: t('storeFile.table'), width: 'minmax(160px, 1fr)', value: ({ table }) => table },
    { id: 'rows', header: t('storeFile.rows'), width: '16ch', align: 'right', value: ({ rows }) => rows, cell: ({ rows }) => formatCount(rows) },
  ], [t, language]);
  const { load, check, askClean, clean, leave } = storeFile.getState();
  useEffect(() => void load(), [load]);
  const attempt = (work: Promise<void>): void => void work.catch(notices.getState().showThrown);

  if (facts.state === 'loading') return <SkeletonRows />;
  if (facts.value === null) return <ErrorView title={t('storeFile.failed')} error={facts.error} onRetry={() => void load()} />;
  const { bytes, walBytes, freeBytes, checkedAt, tables, backups } = facts.value;
  const hasWaste = preview !== null && preview.jobRuns + preview.rejections + preview.freeBytes > 0;
  return (
    <>
      <div className={styles.line}>
        <strong>{t('storeFile.line', { bytes: formatBytes(bytes + walBytes), free: formatBytes(freeBytes) })}</strong>
        <span role="status" className={styles.note}>
          {done !== null ? t(`storeFile.${done}`) : checkedAt === null ? t('storeFile.unchecked') : t('storeFile.checked', { at: formatMinute(checkedAt) })}
        </span>
        <Button icon={<ShieldCheck size={16} aria-hidden />} onClick={() => attempt(check())}>{t('storeFile.check')}</Button>
        <Button icon={<Eraser size={16} aria-hidden />} onClick={() => attempt(askClean())}>{t('storeFile.clean')}</Button>
      </div>
      {problems.length > 0 && <PageNote role="alert">{problems.join(' · ')}</PageNote>}
      {preview !== null && (
        <div className={styles.line}>
          <span className={styles.note}>{!hasWaste ? t('storeFile.clean.nothing') : t('storeFile.clean.found', { runs: formatCount(preview.jobRuns), rejections: formatCount(preview.rejections), bytes: formatBytes(preview.freeBytes) })}</span>
          {hasWaste && <Button look="primary" onClick={() => attempt(clean())}>{t('storeFile.clean.do')}</Button>}
          <Button onClick={leave}>{t(hasWaste ? 'storeFile.clean.leave' : 'action.close')}</Button>
        </div>
      )}
      <div className={styles.body}>
        <DataTable id="storeTables" label={t('storeFile.tables')} rows={tables} columns={columns} rowId={({ table }) => table} />
      </div>
      <Inspector>
        <BackupList backups={backups} />
      </Inspector>
    </>
  );
}
