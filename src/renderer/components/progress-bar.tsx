import { Progress } from '@base-ui/react/progress';
import styles from './progress-bar.module.css';

/** 0–1; null while the total is not known. */
export function ProgressBar({ label, share }: { readonly label: string; readonly share: number | null }) {
  return (
    <Progress.Root value={share === null ? null : Math.round(share * 100)} aria-label={label} className={styles.root}>
      <Progress.Track className={styles.track}>
        <Progress.Indicator className={styles.indicator} />
      </Progress.Track>
    </Progress.Root>
  );
}
