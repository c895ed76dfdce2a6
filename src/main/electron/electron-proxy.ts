import { session } from 'electron';
import type { ProxyFor } from '../ports.ts';

/** The system's proxy as Chromium resolves it, PAC files included; SOCKS proxies are passed over. */
export const electronProxy: ProxyFor = async (url) => {
  const choices = (await session.defaultSession.resolveProxy(url.href)).split(';').map((choice) => choice.trim());
  for (const choice of choices) {
    const [kind = '', address = ''] = choice.split(/\s+/);
    if (kind === 'DIRECT') return null;
    if (kind === 'PROXY') return `http://${address}`;
    if (kind === 'HTTPS') return `https://${address}`;
  }
  return null;
};
