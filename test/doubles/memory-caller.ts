import type { MethodCaller } from '../../src/shared/contract/method-caller.ts';
import type { MethodName, MethodOutput } from '../../src/shared/contract/contract.ts';
import type { Reply } from '../../src/shared/contract/reply.ts';
import type { App } from '../../src/main/app.ts';
import { settleReply } from '../../src/renderer/transport/settle-reply.ts';

/** The contract with no wire at all. */
export function createMemoryCaller(app: App): MethodCaller {
  return {
    async invoke<M extends MethodName>(method: M, input: unknown) {
      return settleReply((await app.dispatch(method, input, { id: 'memory' })) as Reply<MethodOutput<M>>);
    },
    subscribe: (listener) => app.events.subscribe(listener),
  };
}
