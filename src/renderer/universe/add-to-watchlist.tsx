import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../components/button.tsx';
import { SelectField } from '../components/select-field.tsx';
import { useDesk } from '../desk-context.ts';
import styles from './add-to-watchlist.module.css';

const newList = 'new';

/** Puts symbols into one of the user's lists; without any it makes one. Says what became of them. */
export function AddToWatchlist({ symbols, name }: { readonly symbols: readonly string[]; readonly name: string }) {
  const { t } = useTranslation();
  const { transport, notices, watchlists } = useDesk();
  const lists = useStore(watchlists, (state) => state.lists.value) ?? [];
  const [chosen, setChosen] = useState(newList);
  const [said, setSaid] = useState('');
  const add = async (): Promise<void> => {
    const known = lists.find(({ id }) => String(id) === chosen);
    const list = known ?? (await transport.invoke('watchlists.save', { name: freeName(name, lists.map((one) => one.name)) }));
    const { added, known: already } = await watchlists.getState().add(list.id, symbols.join('\n'), []);
    setChosen(String(list.id));
    setSaid(t('pick.added', { added, known: already, name: list.name }));
  };
  return (
    <div className={styles.field}>
      <SelectField
        label={t('scope.watchlist')}
        value={chosen}
        choices={[{ value: newList, label: t('pick.new') }, ...lists.map(({ id, name: label }) => ({ value: String(id), label }))]}
        onChange={setChosen}
      />
      <Button disabled={symbols.length === 0} onClick={() => void add().catch(notices.getState().showThrown)}>
        {symbols.length === 1 ? t('pick.add') : t('pick.addAll', { count: symbols.length })}
      </Button>
      <p role="status" className={styles.said}>{said}</p>
    </div>
  );
}

function freeName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let count = 2; used.has(name.toLowerCase()); count++) name = `${wanted} ${String(count)}`;
  return name;
}
