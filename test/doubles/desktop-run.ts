import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { OpenApp } from '../../src/main/electron/open-app.ts';
import { createFakeApp, type FakeApp } from './fake-app.ts';
import type * as Double from './electron.ts';

type ElectronDouble = typeof Double;

/** The desktop host running on a fresh double of Electron over a fake app. */
export interface DesktopRun {
  readonly electron: ElectronDouble;
  readonly core: FakeApp;
  readonly profile: string;
  /** How often the core was opened. */
  readonly opened: () => number;
  /** Resolves when the window is there, or the app has ended. */
  settle(): Promise<void>;
}

const signals = ['SIGINT', 'SIGTERM', 'uncaughtException', 'unhandledRejection'] as const;
const cleanups: (() => void)[] = [];

interface DesktopRunOptions {
  readonly before?: (electron: ElectronDouble) => void;
  readonly openApp?: OpenApp;
  readonly loadAddon?: () => Promise<void>;
  readonly argv?: readonly string[];
  readonly profile?: string;
}

/** Starts the host as its entry does. `before` sets the world up first. */
export async function runDesktop({ before, openApp, loadAddon, argv, profile: given }: DesktopRunOptions = {}): Promise<DesktopRun> {
  vi.resetModules();
  const electron = await import('./electron.ts');
  const { startDesktop } = await import('../../src/main/electron/start-desktop.ts');
  const profile = given ?? mkdtempSync(join(tmpdir(), 'chartroom-desktop-'));
  const core = createFakeApp();
  let opened = 0;
  const listeners = signals.map((name) => [name, process.listeners(name as 'SIGINT')] as const);
  const commandLine = process.argv;
  process.argv = [process.execPath, '.', ...(argv ?? ['--profile', profile])];
  cleanups.push(() => {
    process.argv = commandLine;
    for (const [name, kept] of listeners) {
      for (const listener of process.listeners(name as 'SIGINT')) if (!kept.includes(listener)) process.off(name, listener);
    }
    rmSync(profile, { recursive: true, force: true });
  });
  before?.(electron);
  await startDesktop({
    openApp: async (...ports) => {
      opened += 1;
      return openApp === undefined ? core : openApp(...ports);
    },
    loadAddon: loadAddon ?? (async () => undefined),
  });
  electron.desktop.ready();
  return {
    electron,
    core,
    profile,
    opened: () => opened,
    settle: () => vi.waitUntil(() => electron.BrowserWindow.all.length > 0 || electron.desktop.exitCode !== null).then(() => undefined),
  };
}

/** Takes back what the runs of a test did to the process and the disk. */
export function endDesktopRuns(): void {
  for (const cleanup of cleanups.splice(0)) cleanup();
}
