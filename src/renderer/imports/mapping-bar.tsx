import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { IconButton } from '../components/icon-button.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { useDesk } from '../desk-context.ts';
import type { ImportItem } from '../stores/import-store.ts';
import styles from './mapping-bar.module.css';

/** No name: names have no blanks at their ends. */
const none = ' ';

/** Saved ways to read a file: take one over, keep what was settled here under a name, forget one. */
export function MappingBar({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation();
  const { imports, mappings, notices } = useDesk();
  const saved = useStore(mappings, (state) => state.mappings);
  const [chosen, setChosen] = useState(none);
  const attempt = (work: Promise<void>): void => void work.catch(notices.getState().showThrown);
  useEffect(() => void mappings.getState().load().catch(notices.getState().showThrown), [mappings, notices]);
  const { symbol, ...settled } = item.options;
  const take = (name: string): void => {
    setChosen(name);
    const options = saved.find((one) => one.name === name)?.options ?? {};
    void imports.getState().adopt(item.id, { ...options, ...(symbol === undefined ? {} : { symbol }) });
  };
  const save = (name: string): void => {
    if (name === '') return;
    attempt(mappings.getState().save(name, settled).then(() => setChosen(name)));
  };
  const remove = (): void => {
    attempt(mappings.getState().remove(chosen));
    setChosen(none);
  };
  const canSave = Object.keys(settled).length > 0;
  return (
    <div className={styles.bar}>
      <span className={styles.title}>{t('import.mapping')}</span>
      {saved.length > 0 && (
        <div className={styles.choice}>
          <SelectField
            label={t('import.mapping')}
            value={chosen}
            choices={[{ value: none, label: t('import.mapping.none') }, ...saved.map(({ name }) => ({ value: name, label: name }))]}
            onChange={take}
          />
        </div>
      )}
      {chosen !== none && <IconButton label={t('import.mapping.remove', { name: chosen })} icon={<Trash2 size={16} aria-hidden />} onClick={remove} />}
      {canSave ? (
        <div className={styles.choice}>
          <TextField label={t('import.mapping.saveAs')} value="" placeholder={t('import.mapping.saveAs')} onDone={save} />
        </div>
      ) : (
        <span className={styles.hint}>{t('import.mapping.hint')}</span>
      )}
    </div>
  );
}
