import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChanSeries } from '../../../analysis/chan/chan-series.ts';
import styles from './bar-inspector.module.css';
import { chanAt } from './chan-at.ts';
import { chanRows } from './chan-rows.ts';
import { chanTexts } from './chan-texts.ts';

interface ChanFactsProps {
  readonly structure: ChanSeries;
  readonly index: number;
  readonly date: (time: number) => string;
}

/** What Chan says at a bar: its trade points with type and reason first, then the lines and zones it lies in. */
export function ChanFacts({ structure, index, date }: ChanFactsProps) {
  const { t } = useTranslation();
  const rows = useMemo(() => {
    const all = chanRows(chanAt(structure, index), chanTexts(t), date);
    return [...all.filter(({ id }) => isPoint(id)), ...all.filter(({ id }) => !isPoint(id))];
  }, [structure, index, date, t]);
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('chan.here')}>
      <h2 className={styles.title}>{t('chan.here')}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className={styles.element}>
            <span>{[row.kind, row.direction].filter((text) => text !== '').join(' ')}</span>
            <span className={styles.tag}>{row.state}</span>
            <p className={styles.reason}>{row.reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function isPoint(id: string): boolean {
  return id.startsWith('bsp ') || id.startsWith('segbsp ');
}
