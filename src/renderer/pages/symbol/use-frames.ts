import { useEffect, useState } from 'react';
import type { BarsReply } from '../../../shared/contract/bars.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import { useDesk } from '../../desk-context.ts';

/** The bars of a symbol in several frequencies; read again when `version` grows. Those that cannot be read are left out and reported. */
export function useFrames(symbol: string, freqs: readonly Frequency[], version: number): readonly BarsReply[] {
  const { transport, notices } = useDesk();
  const [frames, setFrames] = useState<{ readonly version: number; readonly replies: readonly BarsReply[] }>({ version: 0, replies: [] });
  const wanted = freqs.join();
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const replies = await Promise.all(wanted.split(',').filter((freq) => freq !== '').map((freq) => transport.invoke('bars.read', { symbol, freq: freq as Frequency })));
      if (isCurrent) setFrames({ version, replies });
    };
    read().catch(notices.getState().showThrown);
    return () => {
      isCurrent = false;
    };
  }, [transport, notices, symbol, wanted, version]);
  return frames.replies;
}
