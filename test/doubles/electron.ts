/**
 * The project's double of `electron`: one process's worth of state, driven by a test through `desktop`. Every part is typed against
 * the real API; a part of the API that the app does not use is not here.
 */
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type * as Real from 'electron';

type Answer = (event: Real.IpcMainInvokeEvent, ...sent: unknown[]) => unknown;
type ProtocolAnswer = (request: Request) => Response | Promise<Response>;

/** An entry of the menu as a user meets it. */
export interface MenuEntry {
  readonly label?: string;
  readonly enabled?: boolean;
  readonly type?: string;
  readonly submenu?: readonly MenuEntry[];
  click?(): void;
}

/** The parts of a frame that the app looks at. */
export interface FrameDouble {
  url: string;
  parent: unknown;
  detached: boolean;
  destroyed: boolean;
}

/** What the world outside the app looks like and what the app did to it. */
class Desktop {
  readonly displays: { id: number; workArea: Real.Rectangle }[] = [{ id: 1, workArea: { x: 0, y: 0, width: 1_920, height: 1_040 } }];
  /** What the user answers in the next dialogs: chosen paths, a place to save, a button's number. */
  readonly answers: { open: string[]; save: string; button: number } = { open: [], save: '', button: 0 };
  readonly asked: Real.MessageBoxOptions[] = [];
  readonly errorBoxes: { title: string; content: string }[] = [];
  readonly openedLinks: string[] = [];
  readonly notes: Real.NotificationConstructorOptions[] = [];
  readonly schemes: Real.CustomScheme[] = [];
  readonly exposed = new Map<string, unknown>();
  readonly filePaths = new WeakMap<File, string>();
  readonly switches = new Set<string>();
  readonly paths = new Map<string, string>([['temp', '/tmp']]);
  readonly listening = new Map<string, Answer>();
  menu: readonly MenuEntry[] = [];
  /** Where the app lies: the checkout, or what was packed. */
  appFolder = resolve(import.meta.dirname, '../..');
  exitCode: number | null = null;
  quits = 0;
  packaged = false;
  sandboxed = false;
  firstInstance = true;
  loginItem: Real.Settings | null = null;
  openedAtLogin = false;
  tray: TrayDouble | null = null;
  locale = 'en-US';
  /** Whether the key store encrypts at all, and which one Linux has. */
  encrypts = true;
  storageBackend: ReturnType<Real.SafeStorage['getSelectedStorageBackend']> = 'gnome_libsecret';
  keysRotated = false;
  cannotDecrypt = false;
  onExit: (code: number) => void = () => undefined;
  onSend: (channel: string, args: unknown[]) => void = () => undefined;

  /** Lets the app become ready, as Electron does once the entry has loaded. */
  ready(): void {
    app.becomeReady();
  }

  /** Calls a handler as a frame would: cloned on the way in and out, errors reduced to a prefixed message. */
  async invoke(channel: string, frame: FrameDouble | null, ...sent: unknown[]): Promise<unknown> {
    const answer = this.listening.get(channel);
    if (answer === undefined) throw new Error(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`);
    const senderFrame = frame === null ? null : { ...frame, isDestroyed: () => frame.destroyed };
    try {
      return structuredClone(await answer({ sender: { id: 1 }, senderFrame } as unknown as Real.IpcMainInvokeEvent, ...structuredClone(sent)));
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
    }
  }

  /** Asks a session for an address, as a page would. */
  async fetch(address: string, method = 'GET', from: SessionDouble = session.defaultSession): Promise<Response> {
    const answer = from.protocol.handlers.get(address.slice(0, address.indexOf(':')));
    if (answer === undefined) throw new TypeError('net::ERR_UNKNOWN_URL_SCHEME');
    // A Request of the platform would already resolve what a hostile page sent.
    return answer({ url: address, method } as Request);
  }
}

export const desktop = new Desktop();

class AppDouble extends EventEmitter {
  #ready = Promise.withResolvers<void>();
  readonly commandLine = { hasSwitch: (name: string): boolean => desktop.switches.has(name) } satisfies Partial<Real.CommandLine>;

  get isPackaged(): boolean {
    return desktop.packaged;
  }

  becomeReady(): void {
    this.#ready.resolve();
    this.emit('ready');
  }

  whenReady = (): Promise<void> => this.#ready.promise;
  getAppPath = (): string => desktop.appFolder;
  getVersion = (): string => '0.1.0';
  getPreferredSystemLanguages = (): string[] => [desktop.locale];
  enableSandbox = (): void => void (desktop.sandboxed = true);
  getPath = (name: string): string => desktop.paths.get(name) ?? join('/tmp', name);

  setPath = (name: string, path: string): void => {
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path}`);
    desktop.paths.set(name, path);
  };

  setLoginItemSettings = (settings: Real.Settings): void => void (desktop.loginItem = settings);
  getLoginItemSettings = (): Pick<Real.LoginItemSettings, 'wasOpenedAtLogin'> => ({ wasOpenedAtLogin: desktop.openedAtLogin });
  requestSingleInstanceLock = (): boolean => desktop.firstInstance;

  quit = (): void => {
    desktop.quits += 1;
    let prevented = false;
    this.emit('before-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) this.exit(0);
  };

  exit = (code = 0): void => {
    desktop.exitCode ??= code;
    desktop.onExit(code);
  };
}

class ProtocolDouble {
  readonly handlers = new Map<string, ProtocolAnswer>();
  registerSchemesAsPrivileged = (schemes: Real.CustomScheme[]): void => void desktop.schemes.push(...schemes);

  handle = (scheme: string, answer: ProtocolAnswer): void => {
    if (this.handlers.has(scheme)) throw new Error(`Protocol handler for ${scheme} is already registered`);
    this.handlers.set(scheme, answer);
  };

  unhandle = (scheme: string): void => void this.handlers.delete(scheme);
}

type Handler<Name extends keyof Real.Session> = Real.Session[Name] extends (handler: infer H, ...rest: never[]) => void ? NonNullable<H> | null : never;

export class SessionDouble {
  readonly protocol = new ProtocolDouble();
  permissionRequest: Handler<'setPermissionRequestHandler'> = null;
  permissionCheck: Handler<'setPermissionCheckHandler'> = null;
  device: Handler<'setDevicePermissionHandler'> = null;
  displayMedia: Handler<'setDisplayMediaRequestHandler'> = null;

  constructor() {
    app.emit('session-created', this);
  }

  setPermissionRequestHandler = (handler: Handler<'setPermissionRequestHandler'>): void => void (this.permissionRequest = handler);
  setPermissionCheckHandler = (handler: Handler<'setPermissionCheckHandler'>): void => void (this.permissionCheck = handler);
  setDevicePermissionHandler = (handler: Handler<'setDevicePermissionHandler'>): void => void (this.device = handler);
  setDisplayMediaRequestHandler = (handler: Handler<'setDisplayMediaRequestHandler'>): void => void (this.displayMedia = handler);
}

class SessionsDouble {
  readonly #partitions = new Map<string, SessionDouble>();
  #default: SessionDouble | null = null;

  get defaultSession(): SessionDouble {
    return (this.#default ??= new SessionDouble());
  }

  fromPartition = (name: string): SessionDouble => {
    const known = this.#partitions.get(name) ?? new SessionDouble();
    this.#partitions.set(name, known);
    return known;
  };
}

export class WebContentsDouble extends EventEmitter {
  readonly id = 1;
  readonly #window: BrowserWindow;
  openHandler: ((details: Real.HandlerDetails) => Real.WindowOpenHandlerResponse) | null = null;
  reloads = 0;
  printed: Real.PrintToPDFOptions | null = null;

  constructor(window: BrowserWindow) {
    super();
    this.#window = window;
  }

  getURL = (): string => this.#window.address;
  setWindowOpenHandler = (handler: (details: Real.HandlerDetails) => Real.WindowOpenHandlerResponse): void => void (this.openHandler = handler);
  reload = (): void => void (this.reloads += 1);
  send = (channel: string, ...args: unknown[]): void => desktop.onSend(channel, structuredClone(args));

  printToPDF = async (options: Real.PrintToPDFOptions): Promise<Buffer> => {
    this.printed = options;
    return Buffer.from('%PDF-1.7\n');
  };
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly options: Real.BrowserWindowConstructorOptions;
  readonly webContents: WebContentsDouble;
  address = '';
  /** What the user sees of the page's first answer. */
  status = 0;
  visible = false;
  minimized = false;
  maximized = false;
  focused = false;
  /** What the taskbar shows; -1 for nothing. */
  progress = -1;
  backgroundColor: string;
  bounds: Real.Rectangle;
  #destroyed = false;

  constructor(options: Real.BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    this.visible = options.show ?? true;
    this.backgroundColor = options.backgroundColor ?? '#FFFFFF';
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.webContents = new WebContentsDouble(this);
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL = async (address: string): Promise<void> => {
    this.address = address;
    const own = this.options.webPreferences?.session as SessionDouble | undefined;
    this.status = (await desktop.fetch(address, 'GET', own)).status;
    this.emit('ready-to-show');
    this.webContents.emit('did-finish-load');
  };

  show = (): void => void (this.visible = true);
  focus = (): void => void (this.focused = true);
  restore = (): void => void (this.minimized = false);
  maximize = (): void => void (this.maximized = true);
  isMinimized = (): boolean => this.minimized;
  isMaximized = (): boolean => this.maximized;
  isDestroyed = (): boolean => this.#destroyed;
  getNormalBounds = (): Real.Rectangle => this.bounds;
  setBackgroundColor = (color: string): void => void (this.backgroundColor = color);

  hide = (): void => void (this.visible = false);
  setProgressBar = (value: number): void => void (this.progress = value);

  close = (): void => {
    if (this.#destroyed) return;
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (!prevented) this.destroy();
  };

  destroy = (): void => {
    if (this.#destroyed) return;
    this.#destroyed = true;
    BrowserWindow.all.splice(BrowserWindow.all.indexOf(this), 1);
    this.emit('closed');
    if (BrowserWindow.all.length === 0) app.emit('window-all-closed');
  };
}

class TrayDouble extends EventEmitter {
  menu: readonly MenuEntry[] = [];
  toolTip = '';
  destroyed = false;

  constructor(_image: unknown) {
    super();
    desktop.tray = this;
  }

  setToolTip = (text: string): void => void (this.toolTip = text);
  setContextMenu = (menu: readonly MenuEntry[]): void => void (this.menu = menu);
  destroy = (): void => void (this.destroyed = true);
}

class NotificationDouble extends EventEmitter {
  static isSupported = (): boolean => true;
  static readonly last: { note: NotificationDouble | null } = { note: null };
  readonly options: Real.NotificationConstructorOptions;

  constructor(options: Real.NotificationConstructorOptions) {
    super();
    this.options = options;
  }

  show = (): void => {
    desktop.notes.push(this.options);
    NotificationDouble.last.note = this;
  };
}

/** The last argument of a dialog call: its options, whether or not a window came first. */
const optionsOf = <T>(sent: readonly unknown[]): T => sent.at(-1) as T;

class ThemeDouble extends EventEmitter {
  themeSource: Real.NativeTheme['themeSource'] = 'system';
  systemDark = false;

  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark' || (this.themeSource === 'system' && this.systemDark);
  }
}

class PowerDouble extends EventEmitter {
  onBatteryPower = false;
}

export const app = new AppDouble();
export const session = new SessionsDouble();
export const nativeTheme = new ThemeDouble();
export const powerMonitor = new PowerDouble();
export { NotificationDouble as Notification, TrayDouble as Tray };

export const nativeImage = {
  createFromPath: (path: string) => ({ path, resize: () => ({ path }) }),
};

export const protocol = {
  registerSchemesAsPrivileged: (schemes: Real.CustomScheme[]): void => session.defaultSession.protocol.registerSchemesAsPrivileged(schemes),
  handle: (scheme: string, answer: ProtocolAnswer): void => session.defaultSession.protocol.handle(scheme, answer),
  unhandle: (scheme: string): void => session.defaultSession.protocol.unhandle(scheme),
} satisfies Partial<Record<keyof Real.Protocol, unknown>>;

export const ipcMain = {
  handle: (channel: string, answer: Answer): void => {
    if (desktop.listening.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    desktop.listening.set(channel, answer);
  },
} satisfies Partial<Record<keyof Real.IpcMain, unknown>>;

export const dialog = {
  showOpenDialog: async (..._sent: unknown[]): Promise<Real.OpenDialogReturnValue> => ({ canceled: desktop.answers.open.length === 0, filePaths: desktop.answers.open }),
  showSaveDialog: async (...sent: unknown[]): Promise<Real.SaveDialogReturnValue> => {
    const { defaultPath = '' } = optionsOf<Real.SaveDialogOptions>(sent);
    return { canceled: desktop.answers.save === '', filePath: desktop.answers.save === '' ? '' : join(desktop.answers.save, defaultPath) };
  },
  showMessageBox: async (...sent: unknown[]): Promise<Real.MessageBoxReturnValue> => {
    desktop.asked.push(optionsOf<Real.MessageBoxOptions>(sent));
    return { response: desktop.answers.button, checkboxChecked: false };
  },
  showErrorBox: (title: string, content: string): void => void desktop.errorBoxes.push({ title, content }),
} satisfies Partial<Record<keyof Real.Dialog, unknown>>;

export const shell = {
  openExternal: async (address: string): Promise<void> => void desktop.openedLinks.push(address),
} satisfies Partial<Real.Shell>;

export const screen = {
  getPrimaryDisplay: () => desktop.displays[0],
  getAllDisplays: () => [...desktop.displays].reverse(),
} satisfies Partial<Record<keyof Real.Screen, unknown>>;

export const Menu = {
  buildFromTemplate: (template: MenuEntry[]): readonly MenuEntry[] => template,
  setApplicationMenu: (menu: readonly MenuEntry[]): void => void (desktop.menu = menu),
};

const mark = 'sealed:';

export const safeStorage = {
  isAsyncEncryptionAvailable: async () => desktop.encrypts,
  getSelectedStorageBackend: () => desktop.storageBackend,
  encryptStringAsync: async (text: string) => Buffer.from(mark + Buffer.from(text).toString('hex')),
  decryptStringAsync: async (cipher: Buffer) => {
    if (desktop.cannotDecrypt || !cipher.toString().startsWith(mark)) throw new Error('Error while decrypting the ciphertext');
    return { result: Buffer.from(cipher.toString().slice(mark.length), 'hex').toString(), shouldReEncrypt: desktop.keysRotated };
  },
} satisfies Partial<Real.SafeStorage>;

export const contextBridge = {
  exposeInMainWorld: (key: string, api: unknown): void => void desktop.exposed.set(key, api),
} satisfies Partial<Real.ContextBridge>;

class IpcRendererDouble extends EventEmitter {
  invoke = (channel: string, ...sent: unknown[]): Promise<unknown> =>
    desktop.invoke(channel, { url: 'app://bundle/', parent: null, detached: false, destroyed: false }, ...sent);
}

export const ipcRenderer = new IpcRendererDouble();

export const webUtils = {
  getPathForFile: (file: File): string => desktop.filePaths.get(file) ?? '',
} satisfies Partial<Real.WebUtils>;
