import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Watchlist, WatchlistAddition } from '../../shared/contract/watchlists.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorView } from '../components/error-view.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { useDesk } from '../desk-context.ts';
import { AdditionResult } from './addition-result.tsx';
import { FormField } from './form-field.tsx';
import { useChange } from './use-change.ts';
import styles from './watchlist-form.module.css';

const formId = 'watchlist-form';

/** Makes a list, with its first symbols where they are given, or changes the name, group and place of one. */
export function WatchlistDialog({ list, onClose }: { readonly list: Watchlist | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { watchlists } = useDesk();
  const { create, edit, remove, add, moveList } = watchlists.getState();
  const [name, setName] = useState(list?.name ?? '');
  const [group, setGroup] = useState(list?.group ?? '');
  const [symbols, setSymbols] = useState('');
  const [done, setDone] = useState<WatchlistAddition | null>(null);
  const [isSure, setSure] = useState(false);
  const { isBusy, error, run } = useChange();
  const given = name.trim();

  const save = async (): Promise<void> => {
    const heading = group.trim() === '' ? null : group.trim();
    if (list !== null) await edit(list.id, given, heading);
    else {
      const made = await create(given, heading);
      const added = symbols.trim() === '' ? null : await add(made.id, symbols, []);
      // What was not understood is shown before the dialog goes.
      if (added !== null && (added.unclear.length > 0 || added.missing.length > 0)) return setDone(added);
    }
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (given !== '' && !isBusy) run(save);
  };
  const deleteNow = (id: number): void => (isSure ? run(() => remove(id).then(onClose)) : setSure(true));
  const footer =
    done !== null ? (
      <Button look="primary" onClick={onClose}>{t('action.close')}</Button>
    ) : (
      <>
        {list !== null && (
          <>
            <Button icon={<Trash2 size={16} aria-hidden />} disabled={isBusy} onClick={() => deleteNow(list.id)}>
              {isSure ? t('watchlist.deleteSure', { count: list.members.length }) : t('watchlist.delete')}
            </Button>
            <IconButton label={t('watchlist.up')} icon={<ArrowUp size={16} aria-hidden />} onClick={() => run(() => moveList(list.id, -1))} />
            <IconButton label={t('watchlist.down')} icon={<ArrowDown size={16} aria-hidden />} onClick={() => run(() => moveList(list.id, 1))} />
            <span className={styles.space} />
          </>
        )}
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button look="primary" type="submit" form={formId} disabled={given === '' || isBusy}>
          {t(list === null ? 'watchlist.create' : 'watchlist.save')}
        </Button>
      </>
    );
  const title = list === null ? t('watchlist.new.title') : t('watchlist.edit.title', { name: list.name });
  return (
    <Dialog title={title} width="small" onClose={onClose} footer={footer}>
      {error !== null && <ErrorView compact title={t('watchlist.failed')} error={error} />}
      {done !== null ? (
        <AdditionResult done={done} onChange={setDone} />
      ) : (
        <form id={formId} className={styles.form} onSubmit={submit}>
          <FormField label={t('watchlist.name')} value={name} maxLength={64} onChange={setName} />
          <FormField label={t('watchlist.group')} value={group} maxLength={64} onChange={setGroup} />
          {list === null && <FormField lines label={t('watchlist.symbols')} value={symbols} maxLength={100_000} onChange={setSymbols} />}
          {list === null && <p className={styles.hint}>{t('watchlist.pasteHint')}</p>}
        </form>
      )}
    </Dialog>
  );
}
