import type { ProxyFor } from '../ports.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The proxy that `HTTPS_PROXY` names (or `ALL_PROXY`), but for the hosts in `NO_PROXY`; names in either case. */
export function createEnvironmentProxy(environment: Environment): ProxyFor {
  const read = (name: string): string => environment[name.toLowerCase()] ?? environment[name] ?? '';
  const proxy = read('HTTPS_PROXY') || read('ALL_PROXY');
  const direct = read('NO_PROXY').split(',').map((entry) => entry.trim().replace(/^\*?\./, '').toLowerCase()).filter((entry) => entry !== '');
  return async ({ hostname }) => {
    const excepted = direct.some((entry) => entry === '*' || hostname === entry || hostname.endsWith(`.${entry}`));
    return proxy === '' || excepted || !URL.canParse(proxy) ? null : proxy;
  };
}
