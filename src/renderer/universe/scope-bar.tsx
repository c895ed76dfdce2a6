import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { marketOf, markets } from '../../shared/exchanges.ts';
import { DateField } from '../components/date-field.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { SelectField } from '../components/select-field.tsx';
import { useDesk } from '../desk-context.ts';
import styles from './scope-bar.module.css';

const all = 'all';

/** Which market, which watchlist, as of which day. */
export function ScopeBar() {
  const { t } = useTranslation();
  const { scope, symbols, watchlists } = useDesk();
  const { market, watchlist, asOf, change } = useStore(scope);
  const rows = useStore(symbols, (state) => state.rows.value);
  const newest = useStore(symbols, (state) => state.newest);
  const lists = useStore(watchlists, (state) => state.lists.value) ?? [];
  const present = useMemo(() => markets.filter((one) => rows?.some((row) => marketOf(row.market) === one)), [rows]);
  return (
    <div className={styles.bar}>
      {present.length > 1 && (
        <div className={styles.choice}>
          <SelectField
            label={t('scope.market')}
            value={market ?? all}
            choices={[{ value: all, label: t('scope.market.all') }, ...present.map((value) => ({ value, label: value }))]}
            onChange={(value) => change({ market: present.find((one) => one === value) ?? null })}
          />
        </div>
      )}
      {lists.length > 0 && (
        <div className={styles.choice}>
          <SelectField
            label={t('scope.watchlist')}
            value={lists.find(({ name }) => name === watchlist)?.id.toString() ?? all}
            choices={[{ value: all, label: t('scope.watchlist.all') }, ...lists.map(({ id, name }) => ({ value: String(id), label: name }))]}
            onChange={(value) => change({ watchlist: lists.find(({ id }) => String(id) === value)?.name ?? null })}
          />
        </div>
      )}
      <DateField label={t('scope.asOf')} value={asOf} max={newest?.slice(0, 10) ?? null} onChange={(day) => change({ asOf: day })} />
      {asOf !== null && <IconButton label={t('scope.newest')} icon={<X size={14} aria-hidden />} onClick={() => change({ asOf: null })} />}
    </div>
  );
}
