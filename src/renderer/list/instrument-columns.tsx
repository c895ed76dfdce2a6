import type { TFunction } from 'i18next';
import type { SymbolRow } from '../../shared/contract/symbols.ts';
import type { ListedRow } from '../watchlists/member-rows.ts';
import { changeShare, formatChange } from '../../shared/format/format-change.ts';
import { formatAmount } from '../../shared/format/format-amount.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import { formatPrice } from '../../shared/format/format-price.ts';
import { missingText } from '../../shared/format/missing.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { DirectionText } from '../components/direction-text.tsx';
import { Flash } from '../components/flash.tsx';
import type { TableColumn } from '../components/table-column.ts';
import styles from './instrument-columns.module.css';
import { symbolName } from './symbol-name.ts';

/** The columns of the list; codes and prices are as wide as the longest of them, the name takes what is left, if any row has one. */
export function instrumentColumns(rows: readonly ListedRow[], t: TFunction, language: Language): readonly TableColumn<ListedRow>[] {
  const hasNames = rows.some((row) => symbolName(row, language) !== null);
  // Bold capitals are up to a third wider than digits.
  const codeWidth = `${longest(rows, ({ code }) => code.length, 4, 7) * 1.3}ch`;
  const columns: readonly TableColumn<ListedRow>[] = [
    {
      id: 'code',
      header: t('list.column.code'),
      width: hasNames ? codeWidth : `minmax(${codeWidth}, 1fr)`,
      value: ({ code }) => code,
      cell: ({ code, symbol }) => (
        <span className={styles.code} title={symbol}>
          {code}
        </span>
      ),
    },
    {
      id: 'name',
      header: t('list.column.name'),
      width: 'minmax(54px, 1fr)',
      value: (row) => symbolName(row, language),
      cell: (row) => <span className={styles.name} title={symbolName(row, language) ?? undefined}>{symbolName(row, language)}</span>,
    },
    {
      id: 'last',
      header: t('list.column.last'),
      width: `${longest(rows, ({ close }) => formatPrice(close).length, 5, 11)}ch`,
      align: 'right',
      value: ({ close }) => close,
      cell: ({ close }) => <Flash value={close}>{formatPrice(close)}</Flash>,
    },
    {
      id: 'change',
      header: t('list.column.change'),
      width: '7.5ch',
      align: 'right',
      value: ({ close, previousClose }) => changeShare(close, previousClose),
      cell: ({ close, previousClose }) => {
        const share = changeShare(close, previousClose);
        return <DirectionText value={share} text={formatChange(share)} />;
      },
    },
    {
      id: 'volume',
      header: t('list.column.volume'),
      width: '10ch',
      align: 'right',
      isExtra: true,
      value: ({ volume }) => volume,
      cell: ({ volume }) => formatAmount(volume, language),
    },
    { id: 'market', header: t('list.column.market'), width: '8ch', isExtra: true, value: ({ market }) => market },
    {
      id: 'to',
      header: t('list.column.to'),
      width: '11ch',
      align: 'right',
      isExtra: true,
      value: ({ to }) => to,
      cell: ({ to }) => to?.slice(0, 10) ?? missingText,
    },
    {
      id: 'bars',
      header: t('list.column.bars'),
      width: '8ch',
      align: 'right',
      isExtra: true,
      value: ({ bars }) => bars,
      cell: ({ bars }) => formatCount(bars),
    },
    { id: 'tags', header: t('watchlist.column.tags'), width: 'minmax(8ch, 20ch)', isExtra: true, value: ({ tags }) => tags.join(', ') },
  ];
  return hasNames ? columns : columns.filter(({ id }) => id !== 'name');
}

function longest(rows: readonly SymbolRow[], length: (row: SymbolRow) => number, least: number, most: number): number {
  let found = least;
  for (const row of rows) found = Math.max(found, length(row));
  return Math.min(found, most);
}
