import { readFile } from 'node:fs/promises';
import { protocol, type Protocol } from 'electron';
import { resolveStatic } from '../http-surface/resolve-static.ts';
import { securityHeaders } from '../http-surface/security-headers.ts';
import { pageAddress } from './page-address.ts';

/** Gives `app:` the rights of a secure web origin; must run before the app is ready. It bypasses no policy. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Serves the built renderer under `app://bundle/`. */
export function serveBundle(sessionProtocol: Protocol, rendererRoot: string): void {
  sessionProtocol.handle('app', (request) => answerBundle(request.method, request.url, rendererRoot));
}

/** One answer of `app://bundle/`; anything but a GET of a file of the build is not found. */
async function answerBundle(method: string, address: string, rendererRoot: string): Promise<Response> {
  const file = method === 'GET' && address.startsWith(pageAddress) ? resolveStatic(rendererRoot, pathOf(address)) : null;
  if (file === null) return new Response(null, { status: 404, headers: securityHeaders });
  return new Response(await readFile(file.path), { headers: { ...securityHeaders, 'content-type': file.contentType } });
}

/** The path as it was sent: parsing the address would already resolve what the resolver must see. */
function pathOf(address: string): string {
  return address.slice(pageAddress.length - 1).split(/[?#]/, 1)[0] ?? '';
}
