import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SymbolRow } from '../../../shared/contract/symbols.ts';
import { changeShare, formatChange } from '../../../shared/format/format-change.ts';
import { formatPrice } from '../../../shared/format/format-price.ts';
import { DirectionText } from '../../components/direction-text.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { Sparkline } from '../../components/sparkline.tsx';
import { useDesk } from '../../desk-context.ts';
import { ageOfRows } from '../../freshness/age-of-rows.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { symbolName } from '../../list/symbol-name.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { OpenSymbol } from './open-symbol.tsx';
import { Panel } from './panel.tsx';
import styles from './rows.module.css';

const mostRows = 12;
const all = 'all';
const none: readonly SymbolRow[] = [];

/** The first symbols of a watchlist, or of all there are, with their last closes as a line. */
export function WatchPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { symbols, watchlists } = useDesk();
  const known = useStore(symbols, ({ rows }) => rows.value) ?? none;
  const lists = useStore(watchlists, (state) => state.lists.value) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const list = lists.find(({ id }) => String(id) === chosen) ?? (chosen === null ? lists[0] : undefined);
  const rows = useMemo(() => {
    if (list === undefined) return known.slice(0, mostRows);
    const bySymbol = new Map(known.map((row) => [row.symbol, row]));
    return list.members.flatMap(({ symbol }) => bySymbol.get(symbol) ?? []).slice(0, mostRows);
  }, [known, list]);
  const age = useMemo(() => ageOfRows(rows), [rows]);
  const asked = rows.map(({ symbol }) => symbol);
  const { answer } = useAnswer('symbols.sparklines', asked.length === 0 ? null : { symbols: asked });
  const choice = (
    <div className={styles.chooser}>
      <SelectField label={t('scope.watchlist')} value={list === undefined ? all : String(list.id)} choices={[...lists.map(({ id, name }) => ({ value: String(id), label: name })), { value: all, label: t('list.title') }]} onChange={setChosen} />
    </div>
  );
  return (
    <Panel title={t(lists.length === 0 ? 'list.title' : 'scope.watchlist')} area="watchlist" page="symbol" age={age} choice={lists.length > 0 && choice}>
      {rows.length === 0 && <p className={styles.note}>{t('dashboard.watch.none')}</p>}
      <table className={styles.table}>
        <tbody>
          {rows.map((row, place) => {
            const change = changeShare(row.close, row.previousClose);
            return (
              <tr key={row.symbol}>
                <th scope="row"><OpenSymbol symbol={row.symbol} /></th>
                <td title={symbolName(row, language) ?? undefined}>{symbolName(row, language)}</td>
                <td className={styles.spark}><Sparkline values={answer.value?.[place] ?? []} /></td>
                <td className={styles.figure}>{formatPrice(row.close)}</td>
                <td className={styles.figure}><DirectionText value={change} text={formatChange(change)} /></td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}
