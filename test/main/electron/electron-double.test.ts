import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Real from 'electron';
import { expect, test } from 'vitest';
import * as double from '../../doubles/electron.ts';

const root = join(import.meta.dirname, '../../..');

/** Every value that a source file imports from `electron`, types left out. */
function importedNames(): ReadonlySet<string> {
  const names = globSync('src/**/*.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/^import (?!type)\{([^}]*)\} from 'electron'/gm)].flatMap((match) => (match[1] ?? '').split(',')),
  );
  return new Set(names.map((name) => name.trim()).filter((name) => name !== '' && !name.startsWith('type ')));
}

test('the double covers every name the sources import', () => {
  const names = importedNames();
  expect(names.size).toBeGreaterThan(10);
  expect([...names].filter((name) => !Object.hasOwn(double, name))).toEqual([]);
});

test('the double names nothing that Electron does not have', () => {
  const { desktop: _desktop, SessionDouble: _session, WebContentsDouble: _contents, ...names } = double;
  // Checked by the compiler: every name is one of Electron's.
  const checked: Partial<Record<keyof typeof Real, unknown>> = names;
  expect(Object.keys(checked).length).toBeGreaterThan(10);
});
