import type { Bridge } from '../../shared/bridge.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';
import type { Reply } from '../../shared/contract/reply.ts';
import { settleReply } from './settle-reply.ts';
import type { Transport } from './transport.ts';

/** The transport inside the desktop window: in-process, ordered and without gaps, so always live. */
export function createIpcTransport(bridge: Bridge<File>): Transport {
  return {
    admitsFolders: true,
    invoke,
    subscribe: (listener) =>
      bridge.subscribe((events) => {
        for (const event of events) listener(event);
      }),
    admitFile: async (file) => settleReply(await bridge.admitFile(file)),
    async keepFile({ token }) {
      await invoke('files.keep', { token });
    },
    onConnection(listener) {
      listener('live');
      return () => undefined;
    },
  };

  async function invoke<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    return settleReply((await bridge.invoke(method, input)) as Reply<MethodOutput<M>>);
  }
}
