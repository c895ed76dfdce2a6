import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../../src/shared/app-error.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import type { Http, HttpRequest } from '../../../src/main/providers/http.ts';
import { isPublicAddress } from '../../../src/main/providers/http/address-rules.ts';
import { Breaker } from '../../../src/main/providers/http/breaker.ts';
import { checkUrl } from '../../../src/main/providers/http/check-url.ts';
import { createHttp, type HttpOptions } from '../../../src/main/providers/http/create-http.ts';
import { NetworkLedger } from '../../../src/main/providers/http/network-ledger.ts';
import { jsonBody, parseJson } from '../../../src/main/providers/http/json-body.ts';
import { publicPath } from '../../../src/main/providers/http/public-path.ts';
import { backoffMs, retryAfterMs } from '../../../src/main/providers/http/retry-delay.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';
import { startFaultServer, type Fault, type FaultServer } from '../../doubles/fault-server.ts';
import { HurriedClock } from '../../doubles/hurried-clock.ts';

const good: Fault = { kind: 'answer', body: '{"price":10}', headers: { etag: '"7"' } };
const price = z.object({ price: z.number() });
const minute = 60_000;
/** A deadline that the clock lets stand. */
const guard = 20_000_000;

let server: FaultServer | null = null;
let http: Http | null = null;
let clock = new HurriedClock();

afterEach(async () => {
  await http?.close();
  await server?.close();
  [http, server] = [null, null];
  clock = new HurriedClock();
});

async function open(decide: (path: string, count: number) => Fault, options: Partial<HttpOptions> = {}) {
  const started = await startFaultServer(decide);
  const door = createHttp({ clock, power: null, ledger: new NetworkLedger({ clock, log: new MemoryLog(), store: null }), random: () => 0.5, userAgent: () => 'Test/1', offline: () => false, trusts: (origin) => origin === started.url, deadlineMs: guard, ...options });
  [server, http] = [started, door];
  const get = (path = '/a', extra: Partial<HttpRequest<{ price: number }>> = {}) =>
    door.get({ url: new URL(path, started.url), types: ['application/json'], read: jsonBody(price), pace: { concurrency: 1, gapMs: 0 }, ...extra });
  return { server: started, http: door, get };
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'ok';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

const outcomes = (): string[] => (http?.ledger(100) ?? []).map(({ outcome }) => outcome).reverse();

test('D9 an answer is read, counted and noted without its secrets', async () => {
  const { server: asked, get } = await open(() => good);
  const reply = await get('/a?symbol=A', { secretQuery: { apikey: 'hidden' } });
  expect(reply).toEqual({ state: 'fresh', value: { price: 10 }, validators: { etag: '"7"', lastModified: null } });
  expect(asked.asked[0]?.path).toBe('/a?symbol=A&apikey=hidden');
  expect(http?.ledger(10)).toMatchObject([{ id: 1, path: '/a?symbol=A&apikey=…', status: 200, bytes: 12, outcome: 'ok' }]);
});

test('what did not change is asked for with the validators of before and not read again', async () => {
  const { server: asked, get } = await open(() => ({ kind: 'answer', status: 304, body: '' }));
  const reply = await get('/a', { validators: { etag: '"7"', lastModified: 'Fri, 20 Nov 2026 00:00:00 GMT' } });
  expect(reply).toEqual({ state: 'unchanged' });
  expect(asked.asked[0]?.headers).toMatchObject({ 'if-none-match': '"7"', 'if-modified-since': 'Fri, 20 Nov 2026 00:00:00 GMT' });
});

describe('D9 an answer that is not the data is an error, whatever its status says', () => {
  const faults: readonly (readonly [string, Fault, string])[] = [
    ['a page of HTML as JSON', { kind: 'answer', body: '<!DOCTYPE html><title>Please wait</title>' }, 'network.type'],
    ['a page of HTML as HTML', { kind: 'answer', body: '<html>', headers: { 'content-type': 'text/html; charset=utf-8' } }, 'network.type'],
    ['another type', { kind: 'answer', body: 'GIF89a', headers: { 'content-type': 'image/gif' } }, 'network.type'],
    ['a text where JSON was promised', { kind: 'answer', body: 'Too Many Requests' }, 'network.shape'],
    ['JSON of another form', { kind: 'answer', body: '{"price":"ten"}' }, 'network.shape'],
    ['JSON nested without end', { kind: 'answer', body: `${'['.repeat(100_000)}` }, 'network.shape'],
    ['half a gzip', { kind: 'halfGzip', body: JSON.stringify({ price: 10, text: 'x'.repeat(5_000) }) }, 'network.truncated'],
    ['fewer bytes than promised', { kind: 'cut', body: '{"price":10}' }, 'network.truncated'],
    ['an encoding nobody asked for', { kind: 'answer', body: '{"price":10}', headers: { 'content-encoding': 'zstd' } }, 'network.type'],
    ['more than the cap', { kind: 'huge', bytes: 3_000_000, zipped: false }, 'network.size'],
    ['more than the cap once unpacked', { kind: 'huge', bytes: 3_000_000, zipped: true }, 'network.size'],
    ['a redirect to itself', { kind: 'redirect', to: '/a' }, 'network.redirect'],
    ['a redirect to another host', { kind: 'redirect', to: 'https://example.org/' }, 'network.redirect'],
    ['a redirect to a private address', { kind: 'redirect', to: 'http://169.254.169.254/' }, 'network.redirect'],
    ['a refusal', { kind: 'answer', status: 403, body: 'Forbidden' }, 'network.status'],
    ['a reset', { kind: 'reset' }, 'network.unreachable'],
  ];
  test.each(faults)('%s', async (_name, fault, code) => {
    const { get } = await open(() => fault);
    expect(await codeOf(get('/a', { limitBytes: 1_000_000 }))).toBe(code);
    expect(outcomes().at(-1)).toBe(code);
  });
});

test('D9 a source that never answers, or drips, is given up at the deadline and asked three times in all', async () => {
  const { server: asked, get } = await open((path) => (path === '/drip' ? { kind: 'drip' } : { kind: 'silence' }), { deadlineMs: 30_000 });
  expect(await codeOf(get('/drip'))).toBe('network.timeout');
  expect(await codeOf(get('/silence'))).toBe('network.timeout');
  expect(asked.asked.length).toBeLessThanOrEqual(6);
  expect(outcomes()).toEqual(Array.from({ length: 6 }, () => 'network.timeout'));
});

test('D9 a passing fault is tried again after a pause that grows', async () => {
  const { get } = await open((_path, count) => (count < 3 ? { kind: 'answer', status: 500, body: '' } : good));
  const before = clock.now();
  expect(await codeOf(get())).toBe('ok');
  expect(clock.now() - before).toBe(750 + 1_500);
  expect(outcomes()).toEqual(['network.status', 'network.status', 'ok']);
});

test('D9 a 429 is tried again exactly when it says, and everything else for that origin waits too', async () => {
  const { get } = await open((_path, count) => (count === 1 ? { kind: 'answer', status: 429, body: '', headers: { 'retry-after': '17' } } : good));
  const before = clock.now();
  const both = [get('/a'), get('/b')];
  await Promise.all(both);
  expect(clock.now() - before).toBe(17_000);
  expect(outcomes()).toEqual(['network.limited', 'ok', 'ok']);
});

test('D9 an origin that asks for a long wait is left alone until then, without a further request', async () => {
  const { server: asked, get } = await open((_path, count) => (count === 1 ? { kind: 'answer', status: 429, body: '', headers: { 'retry-after': '3600' } } : good));
  expect(await codeOf(get())).toBe('network.limited');
  for (let times = 0; times < 50; times++) expect(await codeOf(get())).toBe('network.resting');
  expect(asked.asked).toHaveLength(1);
  expect(http?.origin(asked.url)).toMatchObject({ breaker: 'open', until: clock.now() + 60 * minute, lastFailure: { code: 'network.limited' } });
  clock.advance(60 * minute);
  expect(await codeOf(get())).toBe('ok');
});

test('D9 a 429 that names no time is tried again with a growing pause, then the origin rests', async () => {
  const { server: asked, get } = await open(() => ({ kind: 'answer', status: 429, body: '' }));
  expect(await codeOf(get())).toBe('network.limited');
  expect(await codeOf(get())).toBe('network.resting');
  expect(asked.asked).toHaveLength(3);
});

test('T11 a dead origin is not stormed: after five failed requests it rests, longer each time', async () => {
  const { server: asked, get } = await open(() => ({ kind: 'reset' }));
  const codes: string[] = [];
  for (let times = 0; times < 200; times++) codes.push(await codeOf(get()));
  expect(codes.filter((code) => code === 'network.unreachable')).toHaveLength(5);
  expect(asked.asked).toHaveLength(15);
  clock.advance(minute);
  expect(await codeOf(get())).toBe('network.unreachable');
  clock.advance(minute);
  expect(await codeOf(get())).toBe('network.resting');
});

test('an unknown thing is no fault of the origin', async () => {
  const { get } = await open((path) => (path === '/a' ? good : { kind: 'answer', status: 404, body: '{}' }));
  for (let times = 0; times < 30; times++) expect(await codeOf(get('/none'))).toBe('network.status');
  expect(await codeOf(get('/a'))).toBe('ok');
});

test('Offline stops everything at the door and says so', async () => {
  let offline = true;
  const { server: asked, get } = await open(() => good, { offline: () => offline });
  expect(await codeOf(get())).toBe('network.offline');
  expect(asked.asked).toHaveLength(0);
  expect(outcomes()).toEqual(['network.offline']);
  offline = false;
  expect(await codeOf(get())).toBe('ok');
});

test('requests to one origin start at its pace', async () => {
  const { get } = await open(() => good);
  const before = clock.now();
  await Promise.all(['/a', '/b', '/c', '/d'].map((path) => get(path, { pace: { concurrency: 1, gapMs: 1_000 } })));
  expect(clock.now() - before).toBe(3 * 1_250);
});

test('a caller that stops waiting stops the request, and closing stops them all', async () => {
  const { http: door, get } = await open(() => ({ kind: 'silence' }));
  const stop = new AbortController();
  const stopped = codeOf(get('/a', { signal: stop.signal }));
  stop.abort(new AppError('app.cancelled'));
  expect(await stopped).toBe('app.cancelled');
  const closed = codeOf(get());
  await door.close();
  expect(await closed).toBe('app.closing');
});

test('D9 headers meant for one origin do not follow a redirect to another', async () => {
  const other = await startFaultServer(() => good);
  try {
    const { server: first, get } = await open(() => ({ kind: 'redirect', to: `${other.url}/b` }), { trusts: () => true });
    expect(await codeOf(get('/a', { roams: true, headers: { cookie: 'session=1' } }))).toBe('ok');
    expect(first.asked[0]?.headers.cookie).toBe('session=1');
    expect(other.asked[0]?.headers.cookie).toBeUndefined();
  } finally {
    await other.close();
  }
});

describe('D10 addresses', () => {
  test.each([
    '127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1',
    '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', '::ffff:10.0.0.1', '::ffff:127.0.0.1', '64:ff9b::a00:1', '2002:7f00:1::', 'ff02::1', 'no address',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  const rules = { trusts: (origin: string) => origin === 'http://127.0.0.1:8080', isAllowedAddress: isPublicAddress };
  test.each([
    'http://example.org/', 'ftp://example.org/', 'file:///etc/passwd', 'https://user:secret@example.org/', 'https://127.0.0.1/', 'https://127.1/', 'https://0x7f.1/',
    'https://2130706433/', 'https://017700000001/', 'https://[::1]/', 'https://[::ffff:7f00:1]/', 'https://localhost/', 'https://a.localhost/', 'https://printer.local/',
    'https://router/', 'https://example.org./', 'https://192.168.0.1/', 'https://[fd00::1]/', 'http://127.0.0.1:8081/', 'http://localhost:8080/', 'https://metadata.internal/',
  ])('D10 %s is refused', (address) => {
    expect(() => checkUrl(new URL(address), rules)).toThrow(AppError);
  });

  test('D10 a public host by https is let through, and this machine only where the user named that very origin', () => {
    expect(checkUrl(new URL('https://example.org/a'), rules)).toBe('public');
    expect(checkUrl(new URL('https://8.8.8.8/'), rules)).toBe('public');
    expect(checkUrl(new URL('http://127.0.0.1:8080/a'), rules)).toBe('local');
  });

  test('D10 a public name that resolves to a private address is refused when it is connected to', async () => {
    const resolveName = async () => [{ address: '8.8.8.8', family: 4 }, { address: '10.0.0.1', family: 4 }];
    const { http: door } = await open(() => good, { resolveName });
    expect(await codeOf(door.get({ url: new URL('https://rebound.example.org/'), types: [], read: () => 0 }))).toBe('network.address');
    expect(outcomes()).toEqual(['network.address']);
  });
});

test('a breaker rests for a minute, tries once, and doubles its rest while that fails', () => {
  const breaker = new Breaker();
  const at = (ms: number): UtcMs => ms as UtcMs;
  for (let times = 0; times < 10; times++) breaker.failed(at(0), 1);
  expect(breaker.admits(at(59_999))).toBe(false);
  expect(breaker.admits(at(60_000))).toBe(true);
  expect(breaker.admits(at(60_000))).toBe(false);
  breaker.failed(at(60_000), 1);
  expect(breaker.state(at(60_001))).toEqual({ state: 'open', until: 180_000 });
  expect(breaker.admits(at(180_000))).toBe(true);
  breaker.succeeded();
  expect(breaker.state(at(180_000))).toEqual({ state: 'closed', until: null });
});

test('a pause doubles up to half a minute, half of it by chance', () => {
  expect([1, 2, 3, 10].map((attempt) => backoffMs(attempt, () => 0))).toEqual([500, 1_000, 2_000, 15_000]);
  expect([1, 2, 3, 10].map((attempt) => backoffMs(attempt, () => 1))).toEqual([1_000, 2_000, 4_000, 30_000]);
});

test('Retry-After is read in seconds and as a date', () => {
  const now = Date.parse('2026-11-20T10:00:00Z') as UtcMs;
  expect(['5', 'Fri, 20 Nov 2026 10:01:00 GMT', 'Fri, 20 Nov 2026 09:00:00 GMT', 'soon'].map((text) => retryAfterMs(text, now))).toEqual([5_000, 60_000, 0, null]);
});

test('a path shows no secret', () => {
  expect(publicPath(new URL('https://a.org/q?symbol=A&apikey=1&crumb=2&Token=3&mine=4'), ['mine'])).toBe('/q?symbol=A&apikey=…&crumb=…&Token=…&mine=…');
});

test('brackets inside strings are no nesting', () => {
  expect(parseJson(JSON.stringify({ price: 1, text: '\\[{'.repeat(1_000) }), price, 'a.org')).toEqual({ price: 1 });
});
