import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, dialog, protocol } from 'electron';
import { AppError, errorText } from '../../shared/app-error.ts';
import { pushEvents } from '../api/event-pushes.ts';
import type { App } from '../app.ts';
import { defaultProfile } from '../node/default-profile.ts';
import type { Ports } from '../ports.ts';
import { appFile } from './app-file.ts';
import { registerAppScheme, serveBundle } from './app-protocol.ts';
import { CleanQuit } from './clean-quit.ts';
import { desktopArguments } from './desktop-arguments.ts';
import { DesktopTray } from './desktop-tray.ts';
import { desktopTexts } from './desktop-texts.ts';
import { createElectronPorts } from './electron-ports.ts';
import { explainTrayOnce } from './explain-tray-once.ts';
import { followSettings, systemLanguage } from './follow-settings.ts';
import { installIpc } from './install-ipc.ts';
import { MainWindow } from './main-window.ts';
import type { OpenApp } from './open-app.ts';
import { openLink } from './open-link.ts';
import { secureContents } from './secure-contents.ts';
import { isHiddenStart, startAtLogin } from './start-at-login.ts';
import { startProblem } from './start-problem.ts';

interface DesktopOptions {
  readonly openApp: OpenApp;
  readonly loadAddon: () => Promise<void>;
}

/**
 * Runs the installed app: the command line with `--cli`, else the desktop window until it quits. Resolves once everything is done that
 * must precede Electron's `ready`: the entry's top level awaits this, and Electron holds `ready` back until the entry has loaded.
 */
export async function startDesktop({ openApp, loadAddon }: DesktopOptions): Promise<void> {
  const { cli, profile } = desktopArguments(process.argv);
  const problem = await startProblem(process.versions['napi'], loadAddon);
  if (problem !== null) return refuse(problem);
  if (cli !== null) return runCommandLine(cli, openApp);
  if (app.isPackaged && ['remote-debugging-port', 'remote-debugging-pipe'].some((name) => app.commandLine.hasSwitch(name))) return app.exit(1);

  const folder = resolve(profile ?? defaultProfile(process.env));
  if (!keepPageDataIn(join(folder, 'window'))) return refuse(new AppError('file.denied', { file: folder }));
  app.enableSandbox();
  registerAppScheme();
  // Before anything opens the store: a second start must not touch it. Its arguments are not read.
  if (!app.requestSingleInstanceLock()) return app.quit();
  const desktop: Desktop = { show: () => undefined, askToOpen: () => undefined };
  app.on('second-instance', () => desktop.show());
  app.on('activate', () => desktop.show());
  secureContents((address) => desktop.askToOpen(address));
  app.whenReady().then(() => openDesktop(folder, openApp, desktop)).catch((error: unknown) => {
    refuse(error instanceof AppError ? error : new AppError('app.bug', { id: 'start' }, { cause: error }));
  });
}

/** Chromium's own files lie beside the workspace, so that each profile has its own lock and its own page storage. */
function keepPageDataIn(folder: string): boolean {
  try {
    // Electron refuses a folder that is not there.
    mkdirSync(folder, { recursive: true });
    app.setPath('userData', folder);
    return true;
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    return false;
  }
}

/** What can be asked of the desktop before its window exists. */
interface Desktop {
  show: () => void;
  askToOpen: (address: string) => void;
}

async function openDesktop(profile: string, openApp: OpenApp, desktop: Desktop): Promise<void> {
  let window: MainWindow | null = null;
  const ports = await createElectronPorts({ profile, window: () => window?.current ?? null, onNote: (alert) => (alert === null ? desktop.show() : window?.tell({ type: 'openAlert', alert })) });
  const core = await openApp(ports, { access: 'write', environment: process.env }).catch((error: unknown) => {
    ports.log.error('start', { error: String(error) });
    throw error;
  });
  const settings = await followSettings(core, (command) => window?.push([{ type: 'command', command }]));
  let isQuitting = false;
  window = new MainWindow({
    ports,
    texts: settings.texts,
    // On macOS an app without windows stays in the dock anyway.
    hidesOnClose: () => !isQuitting && process.platform !== 'darwin' && settings.isOn('desktop.closeToTray'),
    onHidden: () => void explainTrayOnce(core, settings, ports.log),
  });
  const opened = window;
  const tray = new DesktopTray({ core, ports, settings, open: () => opened.show(), quit: () => app.quit(), progress: (value) => opened.progress(value) });
  let atLogin = settings.isOn('desktop.startAtLogin');
  settings.onChange(() => {
    if (atLogin === settings.isOn('desktop.startAtLogin')) return;
    atLogin = !atLogin;
    startAtLogin(atLogin, process.env, ports.log);
  });
  serveBundle(protocol, appFile('out', 'renderer'));
  installIpc(core, ports.log);
  const stopPushing = pushEvents(core.events, ports.clock, (events) => opened.push(events));
  quitCleanly(core, ports, () => {
    isQuitting = true;
    tray.close();
    stopPushing();
    opened.current?.close();
  });
  core.startJobs();
  desktop.show = () => opened.show();
  desktop.askToOpen = (address) => void openLink(address, settings.texts(), ports.log);
  if (!isHiddenStart(process.argv)) desktop.show();
}

function runCommandLine(args: readonly string[], openApp: OpenApp): void {
  import('./run-app-cli.ts')
    .then(({ runAppCli }) => runAppCli(args, openApp))
    .then((code) => app.exit(code))
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      app.exit(1);
    });
}

function quitCleanly(core: App, { clock, log }: Ports, leave: () => void): void {
  const quit = new CleanQuit({ clock, log, close: () => core.close(), exit: (code) => app.exit(code) });
  const end = (code: number): void => {
    // The code is settled first: leaving closes the last window, which asks to quit once more.
    quit.end(code);
    leave();
  };
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('before-quit', (event) => {
    event.preventDefault();
    end(0);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(0));
  for (const kind of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(kind, (error: unknown) => {
      log.error(kind, { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      end(1);
    });
  }
}

/** Says why the app cannot start, in the user's language, and ends. */
function refuse(error: AppError): void {
  const language = systemLanguage();
  dialog.showErrorBox(desktopTexts(language).cannotStart, errorText(error.code, error.params, language));
  app.exit(1);
}
