import { join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { bridgeChannels } from '../../shared/bridge.ts';
import type { AppEvent } from '../../shared/contract/event.ts';
import { ownColumns } from '../../shared/own-columns.ts';
import type { Ports } from '../ports.ts';
import { reloadsAfterCrash } from './crash-policy.ts';
import type { DesktopTexts } from './desktop-texts.ts';
import { appFile } from './app-file.ts';
import { pageAddress } from './page-address.ts';
import { readWindowMemory, writeWindowMemory } from './window-memory.ts';
import { placeWindow } from './window-place.ts';
import { windowPreferences } from './window-preferences.ts';

interface MainWindowOptions {
  readonly ports: Pick<Ports, 'clock' | 'log' | 'paths'>;
  readonly texts: () => DesktopTexts;
  /** Whether closing the window only hides it. */
  readonly hidesOnClose: () => boolean;
  readonly onHidden: () => void;
}

/** The one window: opens where it was, shows when drawn, comes back after a crash. */
export class MainWindow {
  readonly #options: MainWindowOptions;
  #window: BrowserWindow | null = null;
  #crashes: number[] = [];
  #isLoaded = false;
  #untold: AppEvent[] = [];

  constructor(options: MainWindowOptions) {
    this.#options = options;
    nativeTheme.on('updated', () => this.#window?.setBackgroundColor(background()));
  }

  get current(): BrowserWindow | null {
    return this.#window;
  }

  /** Opens the window, or brings it to the front where it is open. */
  show(): void {
    if (this.#window === null) this.#open();
    else {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.show();
      this.#window.focus();
    }
  }

  /** Shows how far the work under way is on the taskbar; -1 for none. */
  progress(value: number): void {
    this.#window?.setProgressBar(value);
  }

  /** Shows the window and hands its page an event, at once or when the page has loaded. */
  tell(event: AppEvent): void {
    this.show();
    if (this.#isLoaded) this.push([event]);
    else this.#untold.push(event);
  }

  push(events: readonly AppEvent[]): void {
    if (this.#window === null || this.#window.isDestroyed()) return;
    try {
      this.#window.webContents.send(bridgeChannels.events, ownColumns(events));
    } catch (error) {
      // A task's result that cannot be cloned must not take the app down; the page misses this push and no other.
      this.#options.ports.log.error('event-unfit', { error: String(error) });
    }
  }

  #open(): void {
    const memoryFile = join(this.#options.ports.paths.profile, 'window.json');
    const remembered = readWindowMemory(memoryFile);
    const primary = screen.getPrimaryDisplay();
    const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
    const place = placeWindow(remembered, [primary, ...others].map((display) => display.workArea));
    const window = new BrowserWindow({ ...place, minWidth: 720, minHeight: 480, show: false, title: 'Chartroom', icon: appFile('resources', 'icons', 'icon.png'), backgroundColor: background(), webPreferences: windowPreferences });
    this.#window = window;
    if (remembered?.maximized === true) window.maximize();
    window.once('ready-to-show', () => window.show());
    window.on('close', (event) => {
      writeWindowMemory(memoryFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }, this.#options.ports.log);
      if (!this.#options.hidesOnClose()) return;
      event.preventDefault();
      window.hide();
      this.#options.onHidden();
    });
    window.on('closed', () => {
      this.#window = null;
      this.#isLoaded = false;
    });
    window.webContents.on('did-start-loading', () => void (this.#isLoaded = false));
    window.webContents.on('did-finish-load', () => {
      this.#isLoaded = true;
      if (this.#untold.length > 0) this.push(this.#untold.splice(0));
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => void this.#recover(window, reason));
    window.loadURL(pageAddress).catch((error: unknown) => this.#options.ports.log.error('page', { error: String(error) }));
  }

  async #recover(window: BrowserWindow, reason: string): Promise<void> {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const { ports, texts } = this.#options;
    const now = ports.clock.now();
    ports.log.error('page-gone', { reason });
    const reloads = reloadsAfterCrash(this.#crashes, now);
    this.#crashes = [...this.#crashes, now].slice(-10);
    if (!reloads) {
      const { response } = await dialog.showMessageBox(window, { type: 'error', message: texts().crashed, buttons: [texts().reload, texts().quit], defaultId: 0, cancelId: 1 });
      if (response === 1) return app.quit();
    }
    window.webContents.reload();
  }
}

/** The page's own first colour, so that no flash of white precedes a dark page. */
function background(): string {
  return nativeTheme.shouldUseDarkColors ? '#101418' : '#ffffff';
}
