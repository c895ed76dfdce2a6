import { isIP } from 'node:net';
import { AppError } from '../../../shared/app-error.ts';
import { isLoopbackHost } from './address-rules.ts';

export interface UrlRules {
  /** Origins on this machine that the user named as a base address: a local server may stand in for a source. */
  readonly trusts: (origin: string) => boolean;
  readonly isAllowedAddress: (address: string) => boolean;
}

/**
 * Whether a URL may be asked: https, no credentials in it, and no literal address but public ones (names are checked again when they
 * are resolved). Answers `local` for a trusted origin on this machine, which alone may be plain http. Throws `network.address`.
 */
export function checkUrl(url: URL, { trusts, isAllowedAddress }: UrlRules): 'public' | 'local' {
  const { hostname } = url;
  const refuse = (): never => {
    throw new AppError('network.address', { host: url.host });
  };
  if (url.username !== '' || url.password !== '') return refuse();
  if (isLoopbackHost(hostname)) return (url.protocol === 'http:' || url.protocol === 'https:') && trusts(url.origin) ? 'local' : refuse();
  if (url.protocol !== 'https:' || hostname === '' || hostname.endsWith('.') || !hostname.includes('.') && !hostname.startsWith('[')) return refuse();
  if (/\.(localhost|local|internal|home\.arpa)$/.test(hostname)) return refuse();
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !isAllowedAddress(literal)) return refuse();
  return 'public';
}
