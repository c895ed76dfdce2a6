import { Menu } from '@base-ui/react/menu';
import { Check, Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../desk-context.ts';
import styles from './watchlist-chooser.module.css';

/** The lists that hold a symbol, each of them ticked or not; the star is filled when there is one. */
export function WatchlistStar({ symbol }: { readonly symbol: string }) {
  const { t } = useTranslation();
  const { watchlists, navigation, notices } = useDesk();
  const lists = useStore(watchlists, (state) => state.lists.value) ?? [];
  const { add, drop } = watchlists.getState();
  const holds = (id: number): boolean => lists.some((list) => list.id === id && list.members.some((member) => member.symbol === symbol));
  const isHeld = lists.some(({ id }) => holds(id));
  const toggle = (id: number): void => {
    const change = holds(id) ? drop(id, [symbol]) : add(id, symbol, []);
    change.catch(notices.getState().showThrown);
  };
  return (
    <Menu.Root>
      <Menu.Trigger className={styles.star} aria-label={t('watchlist.star')} title={t('watchlist.star')} data-held={isHeld || undefined}>
        <Star size={16} aria-hidden fill={isHeld ? 'currentColor' : 'none'} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="start" sideOffset={4} className={styles.positioner}>
          <Menu.Popup className={styles.popup}>
            {lists.map(({ id, name }) => (
              <Menu.CheckboxItem key={id} checked={holds(id)} onCheckedChange={() => toggle(id)} className={styles.item}>
                <span className={styles.mark}>
                  <Menu.CheckboxItemIndicator>
                    <Check size={14} aria-hidden />
                  </Menu.CheckboxItemIndicator>
                </span>
                <span className={styles.name}>{name}</span>
              </Menu.CheckboxItem>
            ))}
            <div className={lists.length > 0 ? styles.actions : undefined}>
              <Menu.Item className={styles.item} onClick={() => navigation.getState().openOverlay('watchlist-new')}>
                <span className={styles.mark} />
                {t('watchlist.new')}
              </Menu.Item>
            </div>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
