import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../src/main/http-surface/content-security-policy.ts';
import { runsFromCheckout } from '../../../src/main/loopback/serve.ts';
import { createFakeApp, type FakeApp } from '../../doubles/fake-app.ts';
import { startLoopback, type Loopback } from '../../doubles/loopback.ts';
import { rawRequest, type RawAnswer } from './raw-request.ts';

let open: Loopback[] = [];
afterEach(async () => {
  await Promise.all(open.map((loopback) => loopback.close()));
  open = [];
});

async function start(app: FakeApp = createFakeApp(), limits: Parameters<typeof startLoopback>[1] = {}): Promise<Loopback> {
  const loopback = await startLoopback(app, limits);
  open.push(loopback);
  return loopback;
}

function call(loopback: Loopback, headers: Record<string, string> = {}, body = '{"method":"app.info","input":{}}'): Promise<RawAnswer> {
  return rawRequest(loopback.port, '/rpc', {
    method: 'POST',
    headers: { authorization: `Bearer ${loopback.token}`, 'content-type': 'application/json', ...headers },
    body,
  });
}

describe('H1 the address', () => {
  test('H1 is 127.0.0.1 with a free port and a 256-bit key in the fragment', async () => {
    const [first, second] = [await start(), await start()];
    expect(first.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(first.port).not.toBe(second.port);
    expect(first.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  test('H1 other addresses of this machine do not answer', async () => {
    const { port } = await start();
    const others = ['::1', ...Object.values(networkInterfaces()).flatMap((list) => list ?? []).filter((face) => !face.internal && face.family === 'IPv4').map((face) => face.address)];
    for (const host of others) {
      const socket = connect({ host, port });
      const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
      expect(error.code).toMatch(/ECONNREFUSED|EADDRNOTAVAIL|ENETUNREACH|EAFNOSUPPORT/);
    }
  });

  test('H1 a taken port is an error that names it', async () => {
    const { port } = await start();
    await expect(startLoopback(createFakeApp(), { port })).rejects.toMatchObject({ code: 'host.port', params: { port } });
  });
});

describe('H2 the token', () => {
  test('H2 is asked for by every route that touches data, with one and the same refusal', async () => {
    const loopback = await start();
    const wrong = ['', 'Bearer', `Bearer ${loopback.token.slice(0, -1)}`, `Bearer ${loopback.token}x`, `bearer ${loopback.token}`, `Basic ${loopback.token}`, loopback.token];
    const answers: RawAnswer[] = [];
    for (const [method, path] of [['POST', '/rpc'], ['GET', '/events'], ['POST', '/files'], ['GET', '/files/x'], ['GET', '/health'], ['GET', '/metrics'], ['GET', '/rpc']] as const) {
      answers.push(await rawRequest(loopback.port, path, { method }));
      for (const authorization of wrong) answers.push(await rawRequest(loopback.port, path, { method, headers: { authorization } }));
    }
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`))).toEqual(new Set(['401 {"error":"the token is missing or wrong"}']));
  });

  test('H2 static files need none and hold no data', async () => {
    const { port } = await start();
    expect(await rawRequest(port, '/')).toMatchObject({ status: 200, body: '<!doctype html><title>Chartroom</title>' });
  });
});

describe('H3 the Host header', () => {
  test('H3 anything but this host and port is refused before everything else', async () => {
    const loopback = await start();
    const hosts = ['evil.example', `evil.example:${loopback.port}`, '127.0.0.1', `127.0.0.1:${loopback.port + 1}`, `127.0.0.1.evil.example:${loopback.port}`, `[::1]:${loopback.port}`, '0.0.0.0'];
    const statuses = await Promise.all(hosts.map(async (host) => (await call(loopback, { host })).status));
    expect(statuses).toEqual(hosts.map(() => 421));
    expect((await rawRequest(loopback.port, '/', { headers: { host: 'evil.example' } })).status).toBe(421);
  });

  test('H3 localhost is the same host', async () => {
    const loopback = await start();
    expect((await call(loopback, { host: `localhost:${loopback.port}` })).status).toBe(200);
  });
});

describe('H4 other origins', () => {
  test('H4 a foreign or null Origin and a cross-site fetch are refused, with the token too', async () => {
    const loopback = await start();
    const headers: Record<string, string>[] = [
      { origin: 'null' }, { origin: 'https://evil.example' }, { origin: `https://127.0.0.1:${loopback.port}` }, { origin: `http://127.0.0.1:${loopback.port}.evil.example` },
      { origin: `http://localhost:${loopback.port}` }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'odd' },
    ];
    const statuses = await Promise.all(headers.map(async (header) => (await call(loopback, header)).status));
    expect(statuses).toEqual(headers.map(() => 403));
  });

  test('H4 the own origin is served', async () => {
    const loopback = await start();
    expect((await call(loopback, { origin: loopback.origin, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  test('H4 no answer carries a CORS header, and OPTIONS is not a method here', async () => {
    const loopback = await start();
    const preflight = await rawRequest(loopback.port, '/rpc', { method: 'OPTIONS', headers: { 'access-control-request-method': 'POST' } });
    expect(preflight.status).toBe(405);
    const answers = [preflight, await call(loopback), await rawRequest(loopback.port, '/'), await call(loopback, { origin: 'null' })];
    expect(answers.flatMap(({ headers }) => Object.keys(headers)).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('H4 methods other than GET and POST are refused everywhere', async () => {
    const { port } = await start();
    for (const method of ['PUT', 'DELETE', 'PATCH', 'HEAD', 'TRACE']) expect((await rawRequest(port, '/', { method })).status).toBe(405);
    expect((await rawRequest(port, '/index.html', { method: 'POST' })).status).toBe(405);
  });
});

describe('H5 bodies', () => {
  test('H5 only JSON is read on /rpc', async () => {
    const loopback = await start();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp', 'application/json; charset=gbk']) {
      expect((await call(loopback, { 'content-type': type })).status).toBe(415);
    }
    expect((await call(loopback, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
  });

  test('H5 a body over 1 MiB is refused, announced or not', async () => {
    const loopback = await start();
    const body = JSON.stringify({ method: 'app.info', input: 'x'.repeat(1024 * 1024) });
    expect((await call(loopback, { 'content-length': String(body.length) }, body)).status).toBe(413);
    expect((await call(loopback, { 'transfer-encoding': 'chunked' }, body)).status).toBe(413);
  });

  test('H5 a body that is not a call is refused', async () => {
    const loopback = await start();
    for (const body of ['', '[]', '{', '{"method":1,"input":{}}', '{"method":"app.info","input":{},"surplus":1}', '"\ud800"']) expect((await call(loopback, {}, body)).status).toBe(400);
  });

  test('H5 a body that does not come is cut off after ten seconds', async () => {
    const app = createFakeApp();
    const loopback = await start(app);
    const socket = connect(loopback.port, '127.0.0.1');
    socket.write(`POST /rpc HTTP/1.1\r\nHost: 127.0.0.1:${loopback.port}\r\nAuthorization: Bearer ${loopback.token}\r\nContent-Type: application/json\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n`);
    // The host asks for the body once its time is running.
    await once(socket, 'data');
    await expect.poll(() => app.clock.pending).toBeGreaterThan(0);
    app.clock.advance(10_000);
    await once(socket, 'close');
    expect(app.clock.pending).toBe(0);
  });

  test('H5 a flood of headers is refused and the connection closed', async () => {
    const { port } = await start();
    const socket = connect(port, '127.0.0.1');
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 431/);
    await once(socket, 'close');
  });
});

test('H5 whatever bytes come in, the host goes on answering', async () => {
  const loopback = await start();
  const beginnings = ['', 'GET / HTTP/1.1\r\n', `POST /rpc HTTP/1.1\r\nHost: 127.0.0.1:${loopback.port}\r\nAuthorization: Bearer ${loopback.token}\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n`];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 300 }), async (head, bytes) => {
      const socket = connect(loopback.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.end(Buffer.concat([Buffer.from(head), bytes]));
      socket.resume();
      await once(socket, 'close');
    }),
    { numRuns: 60 },
  );
  expect((await call(loopback)).status).toBe(200);
});

test('H6 the token stands in no log line, no answer, no query, and no page tells its address to others', async () => {
  const app = createFakeApp();
  const loopback = await start(app);
  const answers = [
    await call(loopback), await rawRequest(loopback.port, '/'), await rawRequest(loopback.port, '/health', { headers: { authorization: `Bearer ${loopback.token}` } }),
    await rawRequest(loopback.port, `/rpc?token=${loopback.token}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
    await rawRequest(loopback.port, '/metrics', { headers: { authorization: `Bearer ${loopback.token}` } }),
  ];
  expect(JSON.stringify([answers, app.log.lines])).not.toContain(loopback.token);
  expect(answers[3]?.status).toBe(401);
  expect(answers.map(({ headers }) => headers['referrer-policy'])).toEqual(answers.map(() => 'no-referrer'));
});

test('every answer carries the content security policy and nosniff', async () => {
  const loopback = await start();
  const answers = [await call(loopback), await rawRequest(loopback.port, '/'), await rawRequest(loopback.port, '/none.js'), await call(loopback, { host: 'x' })];
  for (const { headers } of answers) {
    expect(headers).toMatchObject({ 'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff' });
  }
});

test('H8 it runs from a checkout only, never bundled and never inside Electron', () => {
  expect(runsFromCheckout('file:///home/a/chartroom/src/main/loopback/serve.ts', {})).toBe(true);
  expect(runsFromCheckout('file:///opt/Chartroom/resources/app.asar/out/main/index.js', { electron: '45.4.1' })).toBe(false);
  expect(runsFromCheckout('file:///home/a/chartroom/out/main/serve.js', {})).toBe(false);
  expect(runsFromCheckout('file:///home/a/chartroom/src/main/loopback/serve.ts', { electron: '45.4.1' })).toBe(false);
});

describe('files', () => {
  function upload(loopback: Loopback, headers: Record<string, string>, body: string): Promise<RawAnswer> {
    return rawRequest(loopback.port, '/files', {
      method: 'POST',
      headers: { authorization: `Bearer ${loopback.token}`, 'content-type': 'application/octet-stream', 'x-file-name': 'a.csv', ...headers },
      body,
    });
  }

  test('a file handed over gets a token, and its bytes come back behind that token', async () => {
    const loopback = await start();
    const handle = await loopback.connect().admitFile(new File(['date,close\n'], '../行情.csv'));
    expect(handle).toMatchObject({ name: '行情.csv', bytes: 11 });
    const back = await rawRequest(loopback.port, `/files/${handle.token}`, { headers: { authorization: `Bearer ${loopback.token}` } });
    expect(back).toMatchObject({ status: 200, body: 'date,close\n', headers: { 'content-disposition': "attachment; filename*=UTF-8''%E8%A1%8C%E6%83%85.csv" } });
  });

  test('a file that main made is saved by the browser under its name', async () => {
    const app = createFakeApp();
    const loopback = await start(app);
    const path = join(loopback.folder, 'report.html');
    writeFileSync(path, '<p>报告</p>');
    await loopback.connect().keepFile(app.files.grantRead(path));
    expect(await Promise.all(loopback.saved.map(async ({ bytes, name }) => [name, await bytes.text()]))).toEqual([['report.html', '<p>报告</p>']]);
    await expect(loopback.connect().keepFile({ token: 'A'.repeat(43), name: 'x' })).rejects.toMatchObject({ code: 'host.refused', params: { status: 404 } });
  });

  test('its copy is gone once the token is released', async () => {
    const loopback = await start();
    const transport = loopback.connect();
    const { token } = await transport.admitFile(new File(['x'], 'a.csv'));
    await transport.invoke('files.release', { token });
    await expect.poll(() => readdirSync(join(loopback.folder, 'uploads'))).toEqual([]);
    expect((await rawRequest(loopback.port, `/files/${token}`, { headers: { authorization: `Bearer ${loopback.token}` } })).status).toBe(404);
  });

  test('D4 a name that is no file name, or a body of another kind, is refused', async () => {
    const loopback = await start();
    for (const name of ['', '%', '..%2f', 'a%00.csv', '%0d%0aset-cookie:x', 'x'.repeat(300)]) expect((await upload(loopback, { 'x-file-name': name }, 'x')).status).toBe(400);
    expect((await upload(loopback, { 'content-type': 'multipart/form-data; boundary=x' }, 'x')).status).toBe(415);
  });

  test('H5 a file over the cap is refused, announced or not, and leaves nothing behind', async () => {
    const loopback = await start(createFakeApp(), { maxUploadBytes: 10 });
    expect((await upload(loopback, { 'content-length': '11' }, '12345678901')).status).toBe(413);
    expect((await upload(loopback, { 'transfer-encoding': 'chunked' }, '12345678901')).status).toBe(413);
    await expect.poll(() => readdirSync(join(loopback.folder, 'uploads'))).toEqual([]);
    await expect(loopback.connect().admitFile(new File(['12345678901'], 'big.csv'))).rejects.toMatchObject({ code: 'host.fileTooLarge', params: { name: 'big.csv' } });
  });
});

describe('observation', () => {
  async function get(loopback: Loopback, path: string): Promise<string> {
    return (await rawRequest(loopback.port, path, { headers: { authorization: `Bearer ${loopback.token}` } })).body;
  }

  test('/health tells whether the app lives, is ready, and how its parts are', async () => {
    const loopback = await start();
    expect(JSON.parse(await get(loopback, '/health'))).toEqual({
      live: true, ready: true, state: 'ok', version: '0.1.0', components: [{ name: 'store', state: 'ok', code: 'open', facts: { bytes: 4096 } }],
    });
  });

  test('/metrics counts what really happened', async () => {
    const loopback = await start();
    await call(loopback);
    await call(loopback, {}, '{"method":"no.such","input":{}}');
    await call(loopback, { origin: 'null' });
    const lines = (await get(loopback, '/metrics')).split('\n');
    expect(lines).toEqual(expect.arrayContaining([
      'chartroom_requests_total{route="/rpc",status="200"} 2', 'chartroom_requests_total{route="refused",status="403"} 1',
      'chartroom_calls_total{method="app.info",outcome="ok"} 1', 'chartroom_calls_total{method="unknown",outcome="app.method"} 1',
      'chartroom_component_ok{component="store"} 1', 'chartroom_component_fact{component="store",fact="bytes"} 4096', 'chartroom_event_clients 0',
    ]));
  });
});
