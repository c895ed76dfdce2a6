import type { IncomingHttpHeaders } from 'node:http';
import { HttpRefusal } from './http-refusal.ts';

/**
 * Refuses what a page of another origin could have sent, before anything else is looked at. The Host check stops DNS rebinding:
 * a foreign name that resolves to 127.0.0.1 still sends its own name. Requests of programs carry neither Origin nor
 * Sec-Fetch-Site; those need the token like everyone.
 */
export function guardRequest(method: string | undefined, headers: IncomingHttpHeaders, port: number): void {
  const { host, origin } = headers;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) throw new HttpRefusal(421, 'this host is not served here');
  if (origin !== undefined && origin !== `http://${host}`) throw new HttpRefusal(403, 'another origin');
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new HttpRefusal(403, 'another site');
  if (method !== 'GET' && method !== 'POST') throw new HttpRefusal(405, 'this method is not served', { allow: 'GET, POST' });
}
