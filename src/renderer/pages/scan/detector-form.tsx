import { useTranslation } from 'react-i18next';
import type { Detector } from '../../../shared/contract/detector-figures.ts';
import { NumberField } from '../../components/number-field.tsx';
import { SegmentedControl } from '../../components/segmented-control.tsx';
import styles from './scan-tools.module.css';

/** What a detector may be told; what is left out takes its usual value. */
export interface DetectorOptions {
  readonly period?: number;
  readonly threshold?: number;
  readonly sigma?: number;
  readonly pattern?: 'any' | 'refuel' | 'bottom';
  readonly longWindow?: 10 | 21;
}

interface DetectorFormProps {
  readonly detector: Detector;
  readonly options: DetectorOptions;
  readonly onChange: (options: DetectorOptions) => void;
}

/** What the core takes where nothing is given; ranks and places are stated for 5,500 names. */
const usual: Readonly<Record<Detector, { readonly period: number; readonly threshold: number; readonly most: number }>> = {
  hotSpots: { period: 5, threshold: 1000, most: 5_500 },
  hotList: { period: 14, threshold: 2, most: 60 },
  rankJump: { period: 2, threshold: 2500, most: 5_500 },
  steadyRise: { period: 3, threshold: 500, most: 5_500 },
  needle: { period: 5, threshold: 0, most: 100 },
};

/** The settings of one detector. */
export function DetectorForm({ detector, options, onChange }: DetectorFormProps) {
  const { t } = useTranslation();
  const { period, threshold, most } = usual[detector];
  const hasBand = detector === 'rankJump' || detector === 'steadyRise';
  return (
    <div className={styles.tools}>
      {detector !== 'rankJump' && <NumberField label={t('detector.period')} value={options.period ?? period} min={2} max={60} step={1} onChange={(chosen) => onChange({ ...options, period: chosen })} />}
      <NumberField label={t(`detector.${detector}.threshold`)} value={options.threshold ?? threshold} min={0} max={most} step={1} onChange={(chosen) => onChange({ ...options, threshold: chosen })} />
      {hasBand && <NumberField label={t('detector.sigma')} value={options.sigma ?? 1} min={0.1} max={5} step={0.1} onChange={(sigma) => onChange({ ...options, sigma })} />}
      {detector === 'needle' && (
        <>
          <SegmentedControl
            label={t('detector.pattern')}
            value={options.pattern ?? 'any'}
            segments={(['any', 'refuel', 'bottom'] as const).map((value) => ({ value, label: t(`detector.pattern.${value}`) }))}
            onChange={(pattern) => onChange({ ...options, pattern })}
          />
          <SegmentedControl
            label={t('detector.longWindow')}
            value={String(options.longWindow ?? 21)}
            segments={['10', '21'].map((value) => ({ value, label: t('detector.bars', { bars: value }) }))}
            onChange={(value) => onChange({ ...options, longWindow: value === '10' ? 10 : 21 })}
          />
        </>
      )}
    </div>
  );
}
