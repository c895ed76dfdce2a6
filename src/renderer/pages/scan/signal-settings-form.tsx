import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { defaultSignalSettings, signalKinds, type SignalKind } from '../../../analysis/universe/signals.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { Button } from '../../components/button.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { SegmentedControl } from '../../components/segmented-control.tsx';
import { useDesk } from '../../desk-context.ts';
import type { SignalSettings } from './signal-settings-store.ts';
import styles from './signal-settings-form.module.css';

/** How much each signal counts and from when it fires; kept, and taken back to the usual values with one button. */
export function SignalSettingsForm({ fired }: { readonly fired: ReadonlyMap<string, number> }) {
  const { t } = useTranslation();
  const { signalSettings, notices } = useDesk();
  const settings = useStore(signalSettings, (state) => state.settings);
  const change = (part: SignalSettings): void => {
    signalSettings.getState().change(part).catch(notices.getState().showThrown);
  };
  const weightOf = (kind: SignalKind): number => settings.weights?.[kind] ?? defaultSignalSettings.weights[kind];
  const firedOn = (kind: SignalKind): string => formatCount(fired.get(kind) ?? fired.get(`signal.${kind}`) ?? 0);
  return (
    <details className={styles.form}>
      <summary className={styles.summary}>
        {t('signals.settings')}
        <span className={styles.fired}>{signalKinds.map((kind) => `${t(`signals.short.${kind}`)} ${firedOn(kind)}`).join(' · ')}</span>
      </summary>
      <div className={styles.fields}>
        {signalKinds.map((kind) => (
          <NumberField key={kind} label={t('signals.weight', { signal: t(`signals.short.${kind}`) })} value={weightOf(kind)} min={0} max={1} step={0.05} onChange={(weight) => change({ weights: { ...settings.weights, [kind]: weight } })} />
        ))}
        <NumberField label={t('signals.price')} value={settings.priceChangePercent ?? defaultSignalSettings.priceChangePercent} min={0.1} max={100} step={0.1} onChange={(priceChangePercent) => change({ priceChangePercent })} />
        <NumberField label={t('signals.turnover')} value={settings.turnoverPercent ?? defaultSignalSettings.turnoverPercent} min={0.1} max={100} step={0.1} onChange={(turnoverPercent) => change({ turnoverPercent })} />
        <NumberField label={t('signals.jumpFull')} value={settings.jumpFull ?? defaultSignalSettings.jumpFull} min={1} max={5_500} step={1} onChange={(jumpFull) => change({ jumpFull })} />
        <NumberField label={t('signals.jumpPartial')} value={settings.jumpPartial ?? defaultSignalSettings.jumpPartial} min={1} max={5_500} step={1} onChange={(jumpPartial) => change({ jumpPartial })} />
        <NumberField label={t('signals.steadyFull')} value={settings.steadyFullDays ?? defaultSignalSettings.steadyFullDays} min={1} max={60} step={1} onChange={(steadyFullDays) => change({ steadyFullDays })} />
        <NumberField label={t('signals.steadyPartial')} value={settings.steadyPartialDays ?? defaultSignalSettings.steadyPartialDays} min={1} max={60} step={1} onChange={(steadyPartialDays) => change({ steadyPartialDays })} />
        <NumberField label={t('signals.needle')} value={settings.needleScore ?? defaultSignalSettings.needleScore} min={0} max={100} step={1} onChange={(needleScore) => change({ needleScore })} />
      </div>
      <div className={styles.row}>
        <SegmentedControl
          label={t('signals.hotMode')}
          value={settings.hotMode ?? 'frequent'}
          segments={(['frequent', 'instant'] as const).map((value) => ({ value, label: t(`signals.hotMode.${value}`) }))}
          onChange={(hotMode) => change({ hotMode })}
        />
        <SegmentedControl
          label={t('signals.tiers')}
          value={settings.tiers ?? 'even'}
          segments={(['even', 'steep'] as const).map((value) => ({ value, label: t(`signals.tiers.${value}`) }))}
          onChange={(tiers) => change({ tiers })}
        />
        <Button look="quiet" icon={<RotateCcw size={14} aria-hidden />} onClick={() => void signalSettings.getState().reset().catch(notices.getState().showThrown)}>{t('signals.reset')}</Button>
      </div>
    </details>
  );
}
