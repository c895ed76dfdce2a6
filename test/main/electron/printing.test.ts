import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createElectronPdf } from '../../../src/main/electron/electron-pdf.ts';
import { BrowserWindow, desktop, session } from '../../doubles/electron.ts';

test('a report is printed by a hidden page without script, in a session that serves that one file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-print-'));
  const [html, pdf] = [join(folder, 'r.html'), join(folder, 'r.pdf')];
  writeFileSync(html, '<!doctype html><p>报告</p>');
  const seen: unknown[] = [];
  const shown = BrowserWindow.prototype.emit;
  BrowserWindow.prototype.emit = function (this: BrowserWindow, name: string | symbol, ...sent: unknown[]) {
    if (name === 'ready-to-show') seen.push({ status: this.status, visible: this.visible, preferences: this.options.webPreferences });
    return shown.call(this, name, ...sent);
  };
  const printer = createElectronPdf();
  await Promise.all([printer.print(html, pdf), printer.print(html, join(folder, 's.pdf'))]);
  BrowserWindow.prototype.emit = shown;
  expect(seen).toMatchObject([{ status: 200, visible: false, preferences: { javascript: false, sandbox: true, nodeIntegration: false, webSecurity: true } }, {}]);
  expect((seen[0] as { preferences: object }).preferences).not.toHaveProperty('preload');
  expect(readFileSync(pdf, 'utf8')).toContain('%PDF');
  await expect(desktop.fetch('app://print/', 'GET', session.fromPartition('print'))).rejects.toThrow('UNKNOWN_URL_SCHEME');
  expect(BrowserWindow.all).toEqual([]);
  rmSync(folder, { recursive: true });
});
