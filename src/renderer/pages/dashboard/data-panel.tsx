import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatCount } from '../../../shared/format/format-number.ts';
import { useDesk } from '../../desk-context.ts';
import { Fact, FactsList } from '../symbol/facts-list.tsx';
import { dataReach } from './movers.ts';
import { Panel } from './panel.tsx';
import styles from './rows.module.css';

/** How far the data reach and whether every part of the app works. */
export function DataPanel() {
  const { t } = useTranslation();
  const { symbols, health } = useDesk();
  const rows = useStore(symbols, (state) => state.rows.value);
  const newest = useStore(symbols, (state) => state.newest);
  const found = useStore(health, (state) => state.health);
  const { current, behind, empty } = useMemo(() => dataReach(rows ?? [], newest), [rows, newest]);
  return (
    <Panel title={t('dashboard.data')} area="third" page="data">
      <div className={styles.facts}>
        <FactsList>
          <Fact name={t('dashboard.data.newest')}>{newest?.slice(0, 10) ?? '–'}</Fact>
          <Fact name={t('dashboard.data.current')}>{formatCount(current)}</Fact>
          <Fact name={t('dashboard.data.behind')}>{formatCount(behind)}</Fact>
          <Fact name={t('dashboard.data.empty')}>{formatCount(empty)}</Fact>
          {found?.components.map(({ name, state }) => <Fact key={name} name={partName(name, t)}>{t(`dashboard.data.${state}`)}</Fact>)}
        </FactsList>
      </div>
    </Panel>
  );
}

/** A part that has no name of its own is shown by its code. */
function partName(name: string, t: TFunction): string {
  const known = (['store', 'cache', 'jobs', 'sources', 'disk', 'memory'] as const).find((one) => one === name);
  return known === undefined ? name : t(`dashboard.data.part.${known}`);
}
