import { ContextMenu } from '@base-ui/react/context-menu';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/format-number.ts';
import type { Frequency } from '../../shared/frequency.ts';
import menu from '../components/table-menu.module.css';
import { useDesk } from '../desk-context.ts';
import { draftAt } from './draft-at.ts';

interface ChartAlertMenuProps {
  readonly symbol: string;
  readonly freq: Frequency;
  readonly decimals: number;
  /** The price under the crosshair when the menu opens. */
  readonly priceUnder: () => number | null;
  readonly children: ReactElement;
}

/** The chart's menu: an alert at the price under the crosshair. */
export function ChartAlertMenu({ symbol, freq, decimals, priceUnder, children }: ChartAlertMenuProps) {
  const { t } = useTranslation();
  const { alerts, navigation } = useDesk();
  const [price, setPrice] = useState<number | null>(null);
  const rounded = price === null ? null : Number(price.toFixed(decimals));
  const open = (at: number): void => {
    alerts.getState().prepare(draftAt(symbol, freq, at));
    navigation.getState().openOverlay('alert');
  };
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger render={children} onContextMenu={() => setPrice(priceUnder())} />
      <ContextMenu.Portal>
        <ContextMenu.Positioner className={menu.positioner}>
          <ContextMenu.Popup className={menu.popup}>
            {rounded !== null && (
              <ContextMenu.Item className={menu.item} onClick={() => open(rounded)}>
                {t('alerts.here', { price: formatNumber(rounded, decimals) })}
              </ContextMenu.Item>
            )}
            <ContextMenu.Item className={menu.item} onClick={() => navigation.getState().openPage('alerts')}>
              {t('alerts.open')}
            </ContextMenu.Item>
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}
