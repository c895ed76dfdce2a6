const secretName = /token|secret|password|api_?key|^key$|auth|cookie|crumb|sign/i;
const longest = 300;

/** Path and query of a URL as they may be shown: the values of parameters that carry secrets are left out. */
export function publicPath(url: URL, secretNames: readonly string[] = []): string {
  const query = [...url.searchParams].map(([name, value]) => `${name}=${secretNames.includes(name) || secretName.test(name) ? '…' : value}`);
  const path = query.length === 0 ? url.pathname : `${url.pathname}?${query.join('&')}`;
  return path.length > longest ? `${path.slice(0, longest)}…` : path;
}
