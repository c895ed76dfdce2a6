import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';
import type { Transport } from './transport.ts';

/** What a choice may allow, forbid or direct: it runs under the choices made before it. */
const underSettings: ReadonlySet<MethodName> = new Set(['company.fetch', 'jobs.run', 'news.refresh', 'quotes.read', 'refresh.start', 'sources.search']);

/**
 * The transport on which settings are kept in the order they were chosen, and none is read as it was before a choice. A page
 * shows a choice at once; without this, two quick choices could overtake each other, an answer under way could undo one, and
 * what is fetched right after Offline was chosen could still be fetched.
 */
export function inSettingsOrder(transport: Transport): Transport {
  let choices = 0;
  let kept: Promise<unknown> = Promise.resolve();

  function choose<T>(keep: () => Promise<T>): Promise<T> {
    choices++;
    const turn = kept.then(keep);
    // Whoever chose hears of a failure; the next choice is kept all the same.
    kept = turn.catch(() => undefined);
    return turn;
  }

  async function readAfterChoices<T>(read: () => Promise<T>): Promise<T> {
    const before = choices;
    await kept;
    const answer = await read();
    return before === choices ? answer : readAfterChoices(read);
  }

  return {
    ...transport,
    invoke<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
      const ask = (): Promise<MethodOutput<M>> => transport.invoke(method, input);
      if (method === 'settings.set' || method === 'settings.reset') return choose(ask);
      if (method === 'settings.list') return readAfterChoices(ask);
      return underSettings.has(method) ? kept.then(ask) : ask();
    },
  };
}
