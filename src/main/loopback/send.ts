import type { ServerResponse } from 'node:http';
import { securityHeaders } from '../http-surface/security-headers.ts';

/** Answers with bytes or text; every answer carries the security headers. */
export function send(response: ServerResponse, status: number, contentType: string, body: Uint8Array | string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...securityHeaders, 'content-type': contentType, 'content-length': Buffer.byteLength(body), ...headers });
  response.end(body);
}

export function sendJson(response: ServerResponse, status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): void {
  send(response, status, 'application/json', JSON.stringify(value), headers);
}
