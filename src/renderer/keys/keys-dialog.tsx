import { useTranslation } from 'react-i18next';
import { chartKeys } from '../charts/chart-keys.ts';
import { Dialog } from '../components/dialog.tsx';
import { KeyCaps } from '../components/key-caps.tsx';
import { commands } from './commands.ts';
import styles from './keys-dialog.module.css';

/** Every key and what it does. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('keys.title')} width="small" onClose={onClose}>
      <dl className={styles.keys}>
        {commands.map(
          ({ id, title, keys }) =>
            keys !== undefined && (
              <div key={id} className={styles.row}>
                <dt>{t(title)}</dt>
                <dd>
                  <KeyCaps keys={keys} />
                </dd>
              </div>
            ),
        )}
        {chartKeys.map(({ title, keys }) => (
          <div key={title} className={styles.row}>
            <dt>{t(title)}</dt>
            <dd>
              <KeyCaps keys={keys} />
            </dd>
          </div>
        ))}
        <div className={styles.row}>
          <dt>{t('keys.typing')}</dt>
          <dd>
            <KeyCaps keys={t('keys.typing.keys')} />
          </dd>
        </div>
      </dl>
    </Dialog>
  );
}
