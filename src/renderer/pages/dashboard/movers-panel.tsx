import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatChange } from '../../../shared/format/format-change.ts';
import { DirectionText } from '../../components/direction-text.tsx';
import { useDesk } from '../../desk-context.ts';
import { ageOfRows } from '../../freshness/age-of-rows.ts';
import { movers, type Mover } from './movers.ts';
import { OpenSymbol } from './open-symbol.tsx';
import { Panel } from './panel.tsx';
import styles from './rows.module.css';

const shown = 6;

/** What rose and fell most on the newest day. */
export function MoversPanel() {
  const { t } = useTranslation();
  const { symbols } = useDesk();
  const rows = useStore(symbols, (state) => state.rows.value);
  const newest = useStore(symbols, (state) => state.newest);
  const { rising, falling } = useMemo(() => movers(rows ?? [], newest, shown), [rows, newest]);
  const age = useMemo(() => ageOfRows([...rising, ...falling].map(({ row }) => row)), [rising, falling]);
  return (
    <Panel title={t('dashboard.movers')} area="third" page="scan" age={age}>
      <div className={styles.halves}>
        <MoverTable label={t('dashboard.rising')} found={rising} />
        <MoverTable label={t('dashboard.falling')} found={falling} />
      </div>
    </Panel>
  );
}

function MoverTable({ label, found }: { readonly label: string; readonly found: readonly Mover[] }) {
  const { t } = useTranslation();
  if (found.length === 0) return <p className={styles.note}>{t('dashboard.movers.none', { label })}</p>;
  return (
    <table aria-label={label} className={styles.table}>
      <tbody>
        {found.map(({ row, change }) => (
          <tr key={row.symbol}>
            <th scope="row"><OpenSymbol symbol={row.symbol} /></th>
            <td className={styles.figure}><DirectionText value={change} text={formatChange(change)} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
