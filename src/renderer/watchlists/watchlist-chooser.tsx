import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatCount } from '../../shared/format/format-number.ts';
import type { Watchlist } from '../../shared/contract/watchlists.ts';
import { useDesk } from '../desk-context.ts';
import { chosenWatchlist } from '../stores/watchlists-store.ts';
import styles from './watchlist-chooser.module.css';

const allValue = 0;

/** Which list is shown, all lists under their groups, and what can be done to them. */
export function WatchlistChooser({ total }: { readonly total: number }) {
  const { t } = useTranslation();
  const { watchlists, navigation } = useDesk();
  const lists = useStore(watchlists, (state) => state.lists.value) ?? [];
  const chosen = useStore(watchlists, chosenWatchlist);
  const { choose } = watchlists.getState();
  const { openOverlay } = navigation.getState();
  const name = chosen?.name ?? t('list.title');
  const radio = (value: number, label: string, count: number) => (
    <Menu.RadioItem key={value} value={value} closeOnClick className={styles.item}>
      <span className={styles.mark}>
        <Menu.RadioItemIndicator>
          <Check size={14} aria-hidden />
        </Menu.RadioItemIndicator>
      </span>
      <span className={styles.name}>{label}</span>
      <span className={styles.count}>{formatCount(count)}</span>
    </Menu.RadioItem>
  );
  return (
    <Menu.Root>
      <Menu.Trigger className={styles.trigger} aria-label={`${t('watchlist.choose')}: ${name}`}>
        <span className={styles.name}>{name}</span>
        <ChevronDown size={14} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="start" sideOffset={4} className={styles.positioner}>
          <Menu.Popup className={styles.popup}>
            <Menu.RadioGroup value={chosen?.id ?? allValue} onValueChange={(id: number) => choose(id === allValue ? null : id)}>
              {radio(allValue, t('list.title'), total)}
              {groupsOf(lists).map(({ group, members }) => (
                <Menu.Group key={group ?? ''}>
                  {group !== null && <Menu.GroupLabel className={styles.label}>{group}</Menu.GroupLabel>}
                  {members.map((list) => radio(list.id, list.name, list.members.length))}
                </Menu.Group>
              ))}
            </Menu.RadioGroup>
            <div className={styles.actions}>
              {chosen !== null && <Action label={t('watchlist.add')} run={() => openOverlay('watchlist-add')} />}
              {chosen !== null && <Action label={t('watchlist.edit')} run={() => openOverlay('watchlist-edit')} />}
              <Action label={t('watchlist.new')} run={() => openOverlay('watchlist-new')} />
            </div>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Action({ label, run }: { readonly label: string; readonly run: () => void }) {
  return (
    <Menu.Item className={styles.item} onClick={run}>
      <span className={styles.mark} />
      {label}
    </Menu.Item>
  );
}

/** Lists without a group first, then each group where its first list stands. */
function groupsOf(lists: readonly Watchlist[]): readonly { readonly group: string | null; readonly members: readonly Watchlist[] }[] {
  const byGroup = Map.groupBy(lists, ({ group }) => group);
  const groups = [...byGroup].map(([group, members]) => ({ group, members }));
  return [...groups.filter(({ group }) => group === null), ...groups.filter(({ group }) => group !== null)];
}
