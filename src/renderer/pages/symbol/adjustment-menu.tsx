import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Adjustment } from '../../../shared/basis.ts';
import styles from './adjustment-menu.module.css';
import { adjustments } from './chart-settings.ts';

interface AdjustmentMenuProps {
  readonly value: Adjustment;
  readonly allowed: readonly Adjustment[];
  readonly onChange: (value: Adjustment) => void;
}

/** How prices are adjusted, as far as the stored basis and the known corporate actions allow; the rest says what is missing. */
export function AdjustmentMenu({ value, allowed, onChange }: AdjustmentMenuProps) {
  const { t } = useTranslation();
  return (
    <Menu.Root>
      <Menu.Trigger className={styles.trigger} aria-label={`${t('chart.adjust')}: ${t(`chart.adjust.${value}`)}`}>
        {t(`chart.adjust.${value}`)}
        <ChevronDown size={14} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="start" sideOffset={4} className={styles.positioner}>
          <Menu.Popup className={styles.popup}>
            <Menu.RadioGroup value={value} onValueChange={onChange}>
              {adjustments.map((adjust) => (
                <Menu.RadioItem key={adjust} value={adjust} disabled={!allowed.includes(adjust)} closeOnClick className={styles.item}>
                  <span className={styles.mark}>
                    <Menu.RadioItemIndicator>
                      <Check size={14} aria-hidden />
                    </Menu.RadioItemIndicator>
                  </span>
                  <span>
                    {t(`chart.adjust.${adjust}`)}
                    {!allowed.includes(adjust) && <span className={styles.reason}>{t('chart.adjust.unavailable')}</span>}
                  </span>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
