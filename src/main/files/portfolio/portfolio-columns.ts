import type { EntryKind } from '../../../shared/contract/portfolios.ts';

export const portfolioColumns = ['date', 'type', 'symbol', 'quantity', 'price', 'fee', 'amount', 'note'] as const;
export type PortfolioColumn = (typeof portfolioColumns)[number];

/** What people and brokers call the columns, lower case without blanks. */
const columnWords: Readonly<Record<PortfolioColumn, readonly string[]>> = {
  date: ['date', 'tradedate', 'transactiondate', 'settlementdate', '日期', '成交日期', '交易日期', '发生日期', '买入日期'],
  type: ['type', 'action', 'side', 'transaction', 'transactiontype', '类型', '操作', '买卖', '买卖方向', '买卖标志', '业务名称', '交易类别', '方向'],
  symbol: ['symbol', 'ticker', 'code', 'instrument', 'stock', '代码', '证券代码', '股票代码', '标的'],
  quantity: ['quantity', 'qty', 'shares', 'units', 'volume', '数量', '成交数量', '股数', '持仓数量', '证券数量', '当前持仓', '持有数量'],
  price: ['price', 'tradeprice', 'cost', 'averagecost', 'avgcost', 'averageprice', '价格', '成交价格', '成交均价', '成本价', '买入价', '参考成本价'],
  fee: ['fee', 'fees', 'commission', 'charges', '费用', '手续费', '佣金', '交易费'],
  amount: ['amount', 'total', 'value', 'cash', 'proceeds', '金额', '成交金额', '发生金额', '清算金额'],
  note: ['note', 'notes', 'comment', 'memo', 'description', '备注', '摘要'],
};

const kindWords: Readonly<Record<EntryKind, readonly string[]>> = {
  buy: ['buy', 'b', 'bought', 'purchase', '买', '买入', '证券买入', '申购'],
  sell: ['sell', 's', 'sold', 'sale', '卖', '卖出', '证券卖出', '赎回'],
  dividend: ['dividend', 'div', 'dividends', '股息', '红利', '分红', '股息入账', '红利入账'],
  deposit: ['deposit', 'transferin', 'cashin', '存入', '转入', '入金', '银行转证券'],
  withdrawal: ['withdrawal', 'withdraw', 'transferout', 'cashout', '取出', '转出', '出金', '证券转银行'],
  fee: ['fee', 'fees', 'charge', 'tax', 'interestcharged', '费用', '税', '扣税'],
  position: ['position', 'holding', 'hold', '持仓', '持有'],
};

export function columnOf(title: string): PortfolioColumn | null {
  const word = plain(title);
  return portfolioColumns.find((column) => columnWords[column].includes(word)) ?? null;
}

export function kindOf(text: string): EntryKind | null {
  const word = plain(text);
  const found = Object.entries(kindWords).find(([, words]) => words.includes(word));
  // The table's keys are the kinds.
  return (found?.[0] ?? null) as EntryKind | null;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s_\-.]|\(.*\)$/g, '');
}
