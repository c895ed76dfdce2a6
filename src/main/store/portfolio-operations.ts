import { AppError } from '../../shared/app-error.ts';
import type { Portfolio } from '../../shared/contract/portfolios.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { PortfolioDraft } from './desk-store.ts';
import type { Tables } from './tables/tables.ts';

/** The changes of portfolios; each is called within a transaction. */
export function portfolioOperations({ portfolios }: Pick<Tables, 'portfolios'>) {
  function need(id: number): Portfolio {
    const found = portfolios.byId(id);
    if (found === null) throw new AppError('portfolio.gone');
    return found;
  }

  return {
    save: (draft: PortfolioDraft, at: UtcMs): Portfolio => {
      const old = draft.id === null ? null : need(draft.id);
      const name = draft.name ?? old?.name ?? '';
      if (name === '') throw new AppError('app.input', { field: 'name', problem: 'is missing' });
      const other = portfolios.byName(name);
      if (other !== null && other.id !== draft.id) throw new AppError('portfolio.taken', { name: other.name });
      const currency = draft.currency === undefined ? (old?.currency ?? null) : draft.currency;
      const id = old?.id ?? portfolios.create(name, currency, at);
      if (old !== null) portfolios.update(id, name, currency, at);
      if (draft.entries !== null) portfolios.setEntries(id, draft.entries);
      return need(id);
    },
    remove: (id: number): void => {
      need(id);
      portfolios.remove(id);
    },
  };
}
