import { ArrowDown, ArrowUp, BellPlus, Scale, SlidersHorizontal, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findIndicator } from '../../../analysis/indicators/registry.ts';
import { resolveParameters } from '../../../analysis/indicators/resolve-parameters.ts';
import { errorText, type ErrorReply } from '../../../shared/app-error.ts';
import { indicatorTitle } from '../../charts/overlays/indicator-overlay.ts';
import { draftOn } from '../../alerts/draft-at.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { AlertDraft } from '../../stores/alerts-store.ts';
import styles from './active-indicator.module.css';
import { BenchmarkField } from './benchmark-field.tsx';
import type { ChosenIndicator } from './chart-settings.ts';
import { moveIndicator, removeIndicator, setParameters } from './chosen-list.ts';
import { ParameterEditor } from './parameter-editor.tsx';

interface ActiveIndicatorProps {
  readonly chosen: ChosenIndicator;
  readonly list: readonly ChosenIndicator[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Why it is not drawn on this series. */
  readonly refusal: ErrorReply | null;
  /** Asks why its figure differs from another program's. */
  readonly onWhy: () => void;
  readonly benchmark: { readonly value: string; readonly onChange: (symbol: string) => void };
  readonly onChange: (list: readonly ChosenIndicator[]) => void;
}

/** One indicator of the chart: its parameters, its place, and the way to take it off. */
export function ActiveIndicator({ chosen, list, isFirst, isLast, refusal, onWhy, benchmark, onChange }: ActiveIndicatorProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { alerts, chartSettings, navigation } = useDesk();
  const [isOpen, setIsOpen] = useState(false);
  const indicator = findIndicator(chosen.id);
  const parameters = refusal === null ? resolveParameters(indicator, chosen.parameters) : resolveParameters(indicator);
  const name = indicatorTitle({ indicator, parameters }, language);
  const hasParameters = Object.keys(indicator.parameters).length > 0;
  const symbol = navigation.getState().symbol;
  const draft = symbol === null || refusal !== null ? null : draftOn(symbol, chartSettings.getState().settings.freq, indicator, parameters);
  const alertOn = (prepared: AlertDraft): void => {
    alerts.getState().prepare(prepared);
    navigation.getState().openOverlay('alert');
  };
  return (
    <li className={styles.entry}>
      <div className={styles.row}>
        <span className={styles.name} title={indicator.name[language]}>{name}</span>
        {hasParameters && <IconButton label={t('chart.indicators.edit', { name })} aria-expanded={isOpen} aria-pressed={isOpen} icon={<SlidersHorizontal size={14} aria-hidden />} onClick={() => setIsOpen(!isOpen)} />}
        {refusal === null && <IconButton label={t('differs.ask', { name })} icon={<Scale size={14} aria-hidden />} onClick={onWhy} />}
        {draft !== null && <IconButton label={t('alerts.onIndicator', { name })} icon={<BellPlus size={14} aria-hidden />} onClick={() => alertOn(draft)} />}
        <IconButton label={t('chart.indicators.up', { name })} disabled={isFirst} icon={<ArrowUp size={14} aria-hidden />} onClick={() => onChange(moveIndicator(list, chosen.key, -1))} />
        <IconButton label={t('chart.indicators.down', { name })} disabled={isLast} icon={<ArrowDown size={14} aria-hidden />} onClick={() => onChange(moveIndicator(list, chosen.key, 1))} />
        <IconButton label={t('chart.indicators.remove', { name })} icon={<X size={14} aria-hidden />} onClick={() => onChange(removeIndicator(list, chosen.key))} />
      </div>
      {refusal !== null && <p className={styles.refusal}>{errorText(refusal.code, refusal.params, language)}</p>}
      {isOpen && <ParameterEditor indicator={indicator} values={parameters} onChange={(values) => onChange(setParameters(list, chosen.key, values))} />}
      {isOpen && indicator.inputs.includes('benchmark') && <BenchmarkField {...benchmark} />}
    </li>
  );
}
