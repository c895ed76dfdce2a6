/** `main` leaves out the growth boards and Beijing, `beijing` keeps Beijing alone. Only mainland listings are sorted out by it. */
const boardFilters = ['all', 'main', 'beijing'] as const;
export type BoardFilter = (typeof boardFilters)[number];

const mainland = /^(XSHG|XSHE|XBSE):(.*)$/;

/** Whether an instrument key passes the filter. */
export function passesBoard(symbol: string, filter: BoardFilter): boolean {
  if (filter === 'all') return true;
  const code = mainland.exec(symbol)?.[2];
  if (code === undefined) return filter === 'main';
  return filter === 'beijing' ? code.startsWith('920') : !/^(3|68|920)/.test(code);
}
