import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Watchlist } from '../../shared/contract/watchlists.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorView } from '../components/error-view.tsx';
import { useDesk } from '../desk-context.ts';
import { FormField } from './form-field.tsx';
import { tagsIn } from './tags-in.ts';
import { useChange } from './use-change.ts';
import styles from './watchlist-form.module.css';

const formId = 'tags-form';

/** The tags of one symbol in a list; the search finds them by `#`. */
export function TagsDialog({ list, symbol, onClose }: { readonly list: Watchlist; readonly symbol: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { watchlists } = useDesk();
  const [text, setText] = useState(list.members.find((member) => member.symbol === symbol)?.tags.join(', ') ?? '');
  const { isBusy, error, run } = useChange();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    run(() => watchlists.getState().setTags(list.id, symbol, tagsIn(text)).then(onClose));
  };
  const footer = (
    <>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="primary" type="submit" form={formId} disabled={isBusy}>{t('watchlist.save')}</Button>
    </>
  );
  return (
    <Dialog title={t('watchlist.tags.title', { symbol: symbol.slice(symbol.indexOf(':') + 1) })} width="small" onClose={onClose} footer={footer}>
      {error !== null && <ErrorView compact title={t('watchlist.failed')} error={error} />}
      <form id={formId} className={styles.form} onSubmit={submit}>
        <FormField label={t('watchlist.tags')} value={text} maxLength={400} onChange={setText} />
        <p className={styles.hint}>{t('watchlist.tags.hint')}</p>
      </form>
    </Dialog>
  );
}
