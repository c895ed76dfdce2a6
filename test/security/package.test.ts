import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOnce } from '../build-once.ts';
import { startBuiltApp } from '../doubles/built-app.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'chartroom-package-'));
const runtime = join(folder, 'runtime');
const resources = join(folder, 'out/linux-unpacked/resources');
const archive = join(resources, 'app.asar');
let packed: readonly string[] = [];

/** Packs for Linux with an empty shell in the place of Electron's binary, which is all that a machine without it cannot do. */
function pack(): void {
  mkdirSync(join(runtime, 'resources'), { recursive: true });
  copyFileSync(process.execPath, join(runtime, 'electron'));
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(runtime, name), 'stand-in');
  const config = join(folder, 'pack.json');
  writeFileSync(config, JSON.stringify({ extends: join(root, 'electron-builder.yml'), electronFuses: null, electronDist: runtime, directories: { output: join(folder, 'out') } }));
  const builder = join(root, 'node_modules/electron-builder/cli.js');
  execFileSync(process.execPath, [builder, '--linux', 'dir', '--x64', '--config', config, '--publish', 'never'], { cwd: root, stdio: 'pipe', timeout: 120_000 });
}

beforeAll(async () => {
  await buildOnce();
  pack();
  packed = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('P1 the build has main, one CommonJS preload that requires nothing but electron, and the page', () => {
  expect(readdirSync(join(root, 'out')).sort()).toEqual(['main', 'preload', 'renderer']);
  expect(readdirSync(join(root, 'out/preload'))).toEqual(['index.cjs']);
  const preload = readFileSync(join(root, 'out/preload/index.cjs'), 'utf8');
  expect([...preload.matchAll(/\brequire\(\s*["']([^"']+)/g)].map((match) => match[1])).toEqual(['electron']);
  expect(preload).not.toMatch(/^\s*(import|export)\s/m);
});

test('P1 every worker entry is built under its name', () => {
  const names = (folder: string, ending: string): string[] => readdirSync(join(root, folder)).map((file) => file.replace(ending, '')).sort();
  expect(names('out/main/workers', '.js')).toEqual(names('src/main/workers', '.ts'));
});

describe('the packed app', () => {
  test('S20 holds the built app, its data and the addon, and nothing else', () => {
    const kinds = new Set(packed.map((path) => path.split('/').slice(0, 2).join('/')));
    expect([...kinds].filter((kind) => !/^(package\.json|LICENSE|out|out\/(main|preload|renderer)|resources(\/.*)?|node_modules|node_modules\/better-sqlite3)$/.test(kind))).toEqual([]);
    expect(packed.filter((path) => /\.(map|ts|tsx|test\.js|cpp|gyp)$|(^|\/)(src|test|deps)\//.test(path))).toEqual([]);
  });

  test('S20 H8 holds no loopback host, under whatever name', () => {
    // The HTTP client library speaks of event streams and servers too; its chunk carries nothing of ours.
    const own = packed.filter((path) => /^out\/main\/.*\.js$/.test(path) && !/\/undici-[\w-]+\.js$/.test(path));
    const code = own.map((path) => readFileSync(join(root, path), 'utf8'));
    expect(code.length).toBeGreaterThan(2);
    expect(code.filter((text) => /createServer|x-file-name|text\/event-stream|node:http\b/.test(text))).toEqual([]);
  });

  test('P3 has one module at run time', () => {
    expect([...new Set(packed.filter((path) => path.startsWith('node_modules/')).map((path) => path.split('/')[1]))]).toEqual(['better-sqlite3']);
  });

  test('P2 keeps the addon of the packed system outside the archive, and the others\' out of the package', () => {
    expect(readdirSync(join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds')).sort()).toEqual(['linux-x64.node']);
    expect(packed.filter((path) => /prebuilds\/(darwin|win32|linuxmusl)/.test(path))).toEqual([]);
  });

  test('P5 starts from what was packed: the addon loads, the window shows the page, the data is found', async () => {
    const unpacked = join(folder, 'unpacked');
    extractAll(archive, unpacked);
    const app = startBuiltApp(['--profile', join(folder, 'profile')], unpacked);
    await expect.poll(() => app.ask('window'), { timeout: 10_000 }).toMatchObject({ address: 'app://bundle/', status: 200 });
    expect(await app.ask('invoke', 'chartroom:invoke', 'app.health', {})).toMatchObject({ ok: true, value: { state: 'ok' } });
    expect(await app.ask('fetch', 'app://bundle/', 'GET')).toMatchObject({ status: 200 });
    void app.ask('quit');
    expect(await app.ended).toBe(0);
  });
});
