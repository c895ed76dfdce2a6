import { useTranslation } from 'react-i18next';
import type { Adjustment } from '../../../shared/basis.ts';
import { adjustments } from './chart-settings.ts';
import { ChoiceMenu } from './choice-menu.tsx';

interface AdjustmentMenuProps {
  readonly value: Adjustment;
  readonly allowed: readonly Adjustment[];
  readonly onChange: (value: Adjustment) => void;
}

/** How prices are adjusted, as far as the stored basis and the known corporate actions allow; the rest says what is missing. */
export function AdjustmentMenu({ value, allowed, onChange }: AdjustmentMenuProps) {
  const { t } = useTranslation();
  const tools = adjustments.map((adjust) => ({
    value: adjust,
    label: t(`chart.adjust.${adjust}`),
    refusal: allowed.includes(adjust) ? undefined : t('chart.adjust.unavailable'),
  }));
  return <ChoiceMenu label={t('chart.adjust')} text={t(`chart.adjust.${value}`)} value={value} tools={tools} onChange={onChange} />;
}
