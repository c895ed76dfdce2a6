import type { TFunction } from 'i18next';
import type { BacktestTradeRow } from '../../../shared/contract/backtest-figures.ts';
import { formatChange } from '../../../shared/format/format-change.ts';
import { formatCount, formatNumber } from '../../../shared/format/format-number.ts';
import { formatPrice } from '../../../shared/format/format-price.ts';
import { formatSigned } from '../../charts/format-signed.ts';
import { DirectionText } from '../../components/direction-text.tsx';
import type { TableColumn } from '../../components/table-column.ts';
import { codeOf } from '../../universe/code-of.ts';

/** The trades of a back-test; one that is still open has no exit. */
export function tradeColumns(t: TFunction): readonly TableColumn<BacktestTradeRow>[] {
  return [
    { id: 'code', header: t('list.column.code'), width: '9ch', value: ({ symbol }) => codeOf(symbol), cell: ({ symbol }) => <strong title={symbol}>{codeOf(symbol)}</strong> },
    { id: 'entryDate', header: t('backtest.column.entry'), width: '11ch', value: ({ entryDate }) => entryDate },
    { id: 'entryPrice', header: t('backtest.column.entryPrice'), width: '9ch', align: 'right', value: ({ entryPrice }) => entryPrice, cell: ({ entryPrice }) => formatPrice(entryPrice) },
    { id: 'quantity', header: t('backtest.column.quantity'), width: '9ch', align: 'right', value: ({ quantity }) => quantity, cell: ({ quantity }) => formatCount(quantity) },
    { id: 'exitDate', header: t('backtest.column.exit'), width: '11ch', value: ({ exitDate }) => exitDate, cell: ({ exitDate }) => exitDate ?? t('backtest.open') },
    { id: 'exitPrice', header: t('backtest.column.exitPrice'), width: '9ch', align: 'right', value: ({ exitPrice }) => exitPrice, cell: ({ exitPrice }) => formatPrice(exitPrice) },
    { id: 'sessions', header: t('backtest.column.sessions'), width: '9ch', align: 'right', value: ({ sessions }) => sessions },
    { id: 'return', header: t('backtest.column.return'), width: '9ch', align: 'right', value: ({ returnPercent }) => returnPercent, cell: ({ returnPercent }) => <DirectionText value={returnPercent} text={formatChange(returnPercent / 100)} /> },
    { id: 'profit', header: t('backtest.column.profit'), width: '10ch', align: 'right', value: ({ profit }) => profit, cell: ({ profit }) => <DirectionText value={profit} text={formatSigned(profit, 0)} /> },
    { id: 'costs', header: t('backtest.column.costs'), width: '9ch', align: 'right', isExtra: true, value: ({ costs }) => costs, cell: ({ costs }) => formatNumber(costs, 2) },
  ];
}
