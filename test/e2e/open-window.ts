import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../find-chromium.ts';

export interface Window {
  readonly page: Page;
  readonly address: string;
  /** The folder of the host's profile. */
  readonly profile: string;
  /** What the page reported so far: policy violations, console errors and warnings, uncaught errors. */
  readonly problems: readonly string[];
  /** A second page in the same browser with its own settings. */
  newPage(options?: WindowOptions): Promise<Page>;
  /** Ends the host as a crash would. */
  killHost(): Promise<void>;
  close(): Promise<void>;
}

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly dark?: boolean;
  /** Settings of the host, as its environment names them. */
  readonly environment?: Readonly<Record<string, string>>;
}

const checkout = resolve(import.meta.dirname, '../..');
const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Why the browser tests cannot run here; null when they can. */
export const noBrowser = findChromium() === null ? 'no Chromium found; install one or set CHARTROOM_CHROMIUM' : null;

/** The loopback host on a fresh profile, and a browser window on it, ready to use. */
export async function openWindow(options: WindowOptions = {}): Promise<Window> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(noBrowser ?? '');
  const profile = mkdtempSync(join(tmpdir(), 'chartroom-e2e-'));
  const host = spawn(process.execPath, ['src/main/cli/main.ts', 'serve', '--profile', profile], { cwd: checkout, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...options.environment } });
  const address = await printedAddress(host);
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  const problems: string[] = [];
  const newPage = (wanted: WindowOptions = {}): Promise<Page> => openPage(browser, wanted, problems);
  const page = await newPage(options);
  await page.goto(address);
  await page.getByRole('navigation').waitFor();
  const killHost = async (): Promise<void> => {
    if (host.exitCode !== null || host.signalCode !== null) return;
    const gone = new Promise((settle) => host.once('exit', settle));
    host.kill('SIGKILL');
    await gone;
  };
  return {
    page,
    address,
    profile,
    problems,
    newPage,
    killHost,
    close: async () => {
      await browser.close();
      await killHost();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function openPage(browser: Browser, { width = 1440, height = 900, locale = 'en-US', dark = false }: WindowOptions, problems: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  return page;
}

function printedAddress(host: ChildProcess): Promise<string> {
  return new Promise((settle, fail) => {
    let text = '';
    const hear = (piece: Buffer): void => {
      text += piece.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/#token=[A-Za-z0-9_-]+/.exec(text)?.[0];
      if (address !== undefined) settle(address);
    };
    host.stdout?.on('data', hear);
    host.stderr?.on('data', hear);
    host.once('exit', (code) => fail(new Error(`the host ended with ${code}: ${text}`)));
  });
}
