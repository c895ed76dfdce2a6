import { StepBack, StepForward, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../shared/format/format-number.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { formatUtc } from '../../../shared/time.ts';
import type { RestoredBars } from './known-bars.ts';
import styles from './replay-bar.module.css';

interface ReplayBarProps {
  readonly date: string;
  readonly bar: number;
  readonly bars: number;
  readonly restored: RestoredBars | null;
  readonly onStep: (by: number) => void;
  readonly onEnd: () => void;
}

/** Says that the desk shows an earlier bar's knowledge, and steps through it. */
export function ReplayBar({ date, bar, bars, restored, onStep, onEnd }: ReplayBarProps) {
  const { t } = useTranslation();
  const restoredText = ({ count, correctedAt }: RestoredBars): string =>
    t('chart.replay.restored', { count, formatted: formatCount(count), date: formatUtc(correctedAt).slice(0, 10) });
  return (
    <div role="status" className={styles.bar}>
      <span className={styles.text}>{t('chart.replay.text', { date, bar: formatCount(bar), bars: formatCount(bars) })}</span>
      {restored === null ? <span className={styles.space} /> : <span className={styles.restored} title={restoredText(restored)}>{restoredText(restored)}</span>}
      <IconButton label={t('chart.replay.back')} keys="←" icon={<StepBack size={14} aria-hidden />} disabled={bar <= 1} onClick={() => onStep(-1)} />
      <IconButton label={t('chart.replay.forward')} keys="→" icon={<StepForward size={14} aria-hidden />} disabled={bar >= bars} onClick={() => onStep(1)} />
      <IconButton label={t('chart.replay.end')} keys="Esc" icon={<X size={14} aria-hidden />} onClick={onEnd} />
    </div>
  );
}
