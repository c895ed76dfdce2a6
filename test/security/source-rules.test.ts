import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const sources = globSync('src/**/*.{ts,tsx}', { cwd: root });
const manifest = z.object({ main: z.string(), dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()), allowScripts: z.record(z.string(), z.boolean()) }).parse(JSON.parse(read('package.json')));
const builder = read('electron-builder.yml');

/** Files in which a pattern stands, with the lines. */
function places(pattern: RegExp, files: readonly string[] = sources): readonly string[] {
  return files.flatMap((file) => read(file).split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])));
}

test('S10 one file alone listens to ipcMain', () => {
  expect(new Set(places(/ipcMain\./).map((place) => place.split(':')[0]))).toEqual(new Set(['src/main/electron/install-ipc.ts']));
});

test('electron is imported by its hosts and the preload script only', () => {
  const outside = places(/from 'electron'/).filter((place) => !/^src\/(main\/electron|preload)\//.test(place));
  expect(outside).toEqual([]);
});

test('S12 electron is pinned exactly, to a major that still gets fixes', () => {
  const { oldestSupportedMajor } = z.object({ oldestSupportedMajor: z.number() }).parse(JSON.parse(read('test/security/electron-support.json')));
  const version = /^(\d+)\.\d+\.\d+$/.exec(manifest.devDependencies['electron'] ?? '');
  expect(Number(version?.[1])).toBeGreaterThanOrEqual(oldestSupportedMajor);
});

test('S13 the fuses close every way to run other code as the app', () => {
  const fuses = Object.fromEntries([...builder.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, value]) => [name, value === 'true']));
  expect(fuses).toMatchObject({
    runAsNode: false, enableNodeOptionsEnvironmentVariable: false, enableNodeCliInspectArguments: false, onlyLoadAppFromAsar: true, enableEmbeddedAsarIntegrityValidation: true,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('S14 no code from text and no markup from text', () => {
  expect(places(/\beval\(|new Function\(|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write\(|dangerouslySetInnerHTML|srcdoc/)).toEqual([]);
});

test('S14 the page loads nothing from elsewhere', () => {
  const page = sources.filter((file) => file.startsWith('src/renderer/'));
  expect(places(/['"`(=]https?:\/\/(?!www\.w3\.org\/)/, [...page, 'src/renderer/index.html'])).toEqual([]);
});

test('S4 the page has no inline script, style or handler', () => {
  const page = read('src/renderer/index.html');
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i);
});

test('S15 developer tools are opened nowhere, and Electron\'s security warnings stay on', () => {
  expect(places(/openDevTools|toggleDevTools|role: '(forceReload|reload)'|ELECTRON_DISABLE_SECURITY_WARNINGS|devTools: true/)).toEqual([]);
});

test('S19 nobody imports Electron\'s clipboard', () => {
  expect(places(/\bclipboard\b.*from 'electron'/)).toEqual([]);
});

describe('packaging', () => {
  test('P2 nothing is rebuilt; the addon is the only dependency at run time and lies outside the archive', () => {
    expect(builder).toMatch(/^npmRebuild: false$/m);
    expect(builder).toMatch(/^asar: true$/m);
    expect(builder).toMatch(/asarUnpack:\n(\s+#.*\n)*\s+- node_modules\/better-sqlite3\/prebuilds\/\*\*/);
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3']);
    expect(read('package.json')).not.toContain('install-app-deps');
    expect(manifest.allowScripts).toMatchObject({ 'better-sqlite3': false, electron: false });
  });

  test('P4 no mirror of anything is committed', () => {
    const files = ['package.json', '.npmrc', 'electron-builder.yml', 'electron.vite.config.ts', ...globSync('.ci/*', { cwd: root })];
    expect(places(/mirror|electron_config_cache|registry\s*=|electronDist/i, files)).toEqual([]);
    expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });

  test('P6 the check from a clean clone asks for a runtime the store can live in and runs the test command', () => {
    const script = read('.ci/run');
    expect(script).toMatch(/process\.versions\.napi/);
    expect(script.trim().endsWith('npm test')).toBe(true);
  });
});

test('every item of the checklist that SECURITY.md claims has a test that carries its id', () => {
  const claimed = [...read('SECURITY.md').matchAll(/^\| ([SDHP]\d+) \|/gm)].map((match) => match[1] ?? '');
  const tests = globSync('test/**/*.test.{ts,tsx}', { cwd: root }).map(read).join('\n');
  expect(claimed.length).toBeGreaterThan(30);
  expect(claimed.filter((id) => !new RegExp(`(test|describe)[^\\n]*['"\`]${id} |^.*\\b${id} [a-z]`, 'm').test(tests))).toEqual([]);
});

test('nothing that a build or a run leaves behind is committed', () => {
  if (!existsSync(join(root, '.git'))) return;
  const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n');
  expect(tracked.filter((file) => /^(out|dist|node_modules|\.cache)\/|\.(log|db|db-wal|tsbuildinfo)$/.test(file))).toEqual([]);
});
