import { Save } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupRow } from '../../../shared/contract/db.ts';
import { formatBytes } from '../../../shared/format/format-bytes.ts';
import { formatUtc } from '../../../shared/time.ts';
import { Button } from '../../components/button.tsx';
import { useDesk } from '../../desk-context.ts';
import { DetailActions, DetailView } from '../../frame/detail-view.tsx';
import styles from './backup-list.module.css';

/** The backups, newest first; putting one back asks once more. */
export function BackupList({ backups }: { readonly backups: readonly BackupRow[] }) {
  const { t } = useTranslation();
  const { storeFile, notices } = useDesk();
  const [asked, setAsked] = useState<string | null>(null);
  const attempt = (work: Promise<void>): void => void work.catch(notices.getState().showThrown).finally(() => setAsked(null));
  return (
    <DetailView title={t('storeFile.backups')}>
      <DetailActions>
        <Button icon={<Save size={16} aria-hidden />} onClick={() => attempt(storeFile.getState().backup())}>{t('storeFile.backup')}</Button>
      </DetailActions>
      {backups.length === 0 && <p className={styles.muted}>{t('storeFile.backups.none')}</p>}
      <ul>
        {backups.map(({ name, kind, at, bytes }) => (
          <li key={name} className={styles.row}>
            <span>
              {formatUtc(at).slice(0, 19).replace('T', ' ')}
              <span className={styles.muted}>{` · ${t(`storeFile.kind.${kind}`)} · ${formatBytes(bytes)}`}</span>
            </span>
            {asked === name ? (
              <>
                <span className={styles.muted}>{t('storeFile.restore.hint')}</span>
                <Button look="primary" onClick={() => attempt(storeFile.getState().restore(name))}>{t('storeFile.restore.sure')}</Button>
              </>
            ) : (
              <Button look="quiet" aria-label={`${t('storeFile.restore')} ${formatUtc(at)}`} onClick={() => setAsked(name)}>{t('storeFile.restore')}</Button>
            )}
          </li>
        ))}
      </ul>
    </DetailView>
  );
}
