import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Watchlist, WatchlistAddition } from '../../shared/contract/watchlists.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorView } from '../components/error-view.tsx';
import { useDesk } from '../desk-context.ts';
import { AdditionResult } from './addition-result.tsx';
import { FormField } from './form-field.tsx';
import { tagsIn } from './tags-in.ts';
import { useChange } from './use-change.ts';
import styles from './watchlist-form.module.css';

/** Adds typed or pasted symbols to a list and says what became of each. */
export function AddSymbolsDialog({ list, onClose }: { readonly list: Watchlist; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { watchlists } = useDesk();
  const [text, setText] = useState('');
  const [tags, setTags] = useState('');
  const [done, setDone] = useState<WatchlistAddition | null>(null);
  const { isBusy, error, run } = useChange();
  const add = async (): Promise<void> => setDone(await watchlists.getState().add(list.id, text, tagsIn(tags)));
  const footer =
    done === null ? (
      <>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button look="primary" disabled={text.trim() === '' || isBusy} onClick={() => run(add)}>{t('watchlist.addNow')}</Button>
      </>
    ) : (
      <Button look="primary" onClick={onClose}>{t('action.close')}</Button>
    );
  return (
    <Dialog title={t('watchlist.add.title', { name: list.name })} width="small" onClose={onClose} footer={footer}>
      {error !== null && <ErrorView compact title={t('watchlist.failed')} error={error} />}
      {done !== null ? (
        <AdditionResult done={done} onChange={setDone} />
      ) : (
        <div className={styles.form}>
          <FormField lines label={t('watchlist.paste')} value={text} maxLength={100_000} onChange={setText} />
          <p className={styles.hint}>{t('watchlist.pasteHint')}</p>
          <FormField label={t('watchlist.tags')} value={tags} maxLength={400} onChange={setTags} />
        </div>
      )}
    </Dialog>
  );
}
