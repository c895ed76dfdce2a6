import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { KeyCaps } from '../components/key-caps.tsx';
import { useDesk } from '../desk-context.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { pages } from '../pages/page-registry.ts';
import { paletteGroups, type PaletteEntry, type PaletteGroup } from './palette-entries.ts';
import styles from './palette.module.css';

/** Focuses the field as it is drawn: a key that follows the opening one at once must not be lost. */
const focusAtOnce = (field: HTMLInputElement | null): void => field?.focus();

/** Null where nothing in particular has the focus; leaving the palette then gives it to nothing, and not to the first button. */
function focusedElement(): HTMLElement | null {
  const { activeElement, body } = document;
  return activeElement instanceof HTMLElement && activeElement !== body ? activeElement : null;
}

/** Search and commands in one place. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const rows = useStore(desk.symbols, (state) => state.rows.value);
  const watchlists = useStore(desk.watchlists, (state) => state.lists.value);
  const [text, setText] = useState(desk.navigation.getState().paletteText);
  const [returnTo] = useState(focusedElement);
  const groups = useMemo(() => {
    const listTitle = (name: string): string => t('watchlist.command.show', { name });
    return paletteGroups(text, { rows: rows ?? [], watchlists: watchlists ?? [], pages, language, translate: t, listTitle });
  }, [text, rows, watchlists, language, t]);
  const run = (entry: PaletteEntry): void => {
    onClose();
    entry.run(desk);
  };
  // Enter that ends a composition is not an answer.
  const holdComposition = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) event.stopPropagation();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup aria-label={t('palette.title')} className={styles.palette} finalFocus={() => returnTo ?? false}>
          <Autocomplete.Root
            open
            inline
            items={groups}
            value={text}
            onValueChange={setText}
            mode="none"
            filter={null}
            autoHighlight="always"
            keepHighlight
            itemToStringValue={(entry: PaletteEntry) => entry.label}
          >
            <div className={styles.head} onKeyDownCapture={holdComposition}>
              <Search size={16} aria-hidden className={styles.icon} />
              <Autocomplete.Input
                aria-label={t('palette.title')}
                placeholder={t('palette.placeholder')}
                className={styles.input}
                ref={focusAtOnce}
                maxLength={64}
                spellCheck={false}
              />
            </div>
            <Autocomplete.Empty>{groups.length === 0 && <div className={styles.none}>{t('palette.none', { query: text })}</div>}</Autocomplete.Empty>
            <Autocomplete.List className={styles.results}>
                {(group: PaletteGroup) => (
                  <Autocomplete.Group key={group.value} items={group.items}>
                    <Autocomplete.GroupLabel className={styles.group}>{t(group.value)}</Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(entry: PaletteEntry) => (
                        <Autocomplete.Item key={entry.id} value={entry} className={styles.entry} onClick={() => run(entry)}>
                          <span className={entry.detail === null ? undefined : styles.code}>{entry.label}</span>
                          <span className={styles.detail}>{entry.detail}</span>
                          {entry.keys !== null && <KeyCaps keys={entry.keys} />}
                        </Autocomplete.Item>
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
            </Autocomplete.List>
            <div aria-hidden className={styles.foot}>
              <span><KeyCaps keys="↑+↓" /> {t('palette.hint.move')}</span>
              <span><KeyCaps keys="Enter" /> {t('palette.hint.open')}</span>
              <span><KeyCaps keys="Esc" /> {t('palette.hint.close')}</span>
            </div>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
