import { AppError } from '../../shared/app-error.ts';
import type { Bridge } from '../../shared/bridge.ts';
import { createHttpTransport } from './http.ts';
import { createIpcTransport } from './ipc.ts';
import { takeLoopbackToken } from './loopback-token.ts';
import type { Transport } from './transport.ts';

/** The transport of whatever host shows this page. Throws `host.token` on a loopback page that was opened without its key. */
export function openTransport(): Transport {
  const { chartroom } = window as { readonly chartroom?: Bridge<File> };
  if (chartroom !== undefined) return createIpcTransport(chartroom);
  const token = takeLoopbackToken(window);
  if (token === null) throw new AppError('host.token');
  return createHttpTransport({
    origin: window.location.origin,
    token,
    after(delayMs, action) {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
    saveAs(bytes, name) {
      const address = URL.createObjectURL(bytes);
      Object.assign(document.createElement('a'), { href: address, download: name }).click();
      // The browser reads the bytes after this call: they are let go a minute later.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    },
  });
}
