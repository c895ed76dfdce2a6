import type { Desk } from '../desk.ts';

/** Moves the chosen symbol within the watchlist that is shown; without one, nothing moves. */
export function carrySymbol({ navigation, watchlists, notices }: Desk, step: number): void {
  const { symbol, page } = navigation.getState();
  const { chosen, moveMember } = watchlists.getState();
  if (page !== 'symbol' || symbol === null || chosen === null) return;
  moveMember(chosen, symbol, step).catch(notices.getState().showThrown);
}
