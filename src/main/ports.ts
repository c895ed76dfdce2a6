import type { UtcMs } from '../shared/time.ts';

/** Time. Main never asks the system itself, so tests can. */
export interface Clock {
  now(): UtcMs;
  /** Runs `action` once after `delayMs`; returns its cancel. */
  after(delayMs: number, action: () => void): () => void;
}

/** Structured log lines. Values that could name a person's home or a secret are redacted by the sink. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(event: string, facts?: Readonly<Record<string, unknown>>): void;
  error(event: string, facts?: Readonly<Record<string, unknown>>): void;
}

/** Where things lie. */
export interface Paths {
  /** The profile's folder: workspace file, backups, logs, lock. */
  readonly profile: string;
  /** The read-only resources shipped with the app. */
  readonly resources: string;
  readonly temporary: string;
}

/** Secrets by name. There is a test whether one exists, but no getter for callers outside main. */
export interface Secrets {
  /** Whether secrets outlive the session; if not, the user is told. */
  readonly persistent: boolean;
  set(name: string, value: string): Promise<void>;
  clear(name: string): Promise<void>;
  has(name: string): Promise<boolean>;
  /** For providers only; never answered over the contract. */
  reveal(name: string): Promise<string | null>;
}

/** System dialogs; a host without a window has none. */
export interface Dialogs {
  open(options: { readonly folder: boolean }): Promise<readonly string[]>;
  save(options: { readonly name: string }): Promise<string | null>;
}

/** Turns a finished HTML file into a PDF file. */
export interface PdfPrinter {
  print(htmlPath: string, pdfPath: string): Promise<void>;
}

export interface Notifier {
  /** Shows a note; a click on it opens the alert it tells of, if it is about one. */
  notify(note: { readonly title: string; readonly body: string; readonly alert: number | null }): void;
}

/** Sleep, wake and battery. */
export interface Power {
  readonly onBattery: boolean;
  onResume(listener: () => void): () => void;
  onSuspend(listener: () => void): () => void;
}

/** The proxy the system wants for a URL, as a URL; null for a direct connection. */
export type ProxyFor = (url: URL) => Promise<string | null>;

/** What a host supplies to the core. */
export interface Ports {
  readonly host: 'electron' | 'loopback' | 'cli' | 'memory';
  readonly version: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly paths: Paths;
  readonly secrets: Secrets;
  readonly dialogs: Dialogs | null;
  readonly pdf: PdfPrinter | null;
  readonly notifier: Notifier | null;
  readonly power: Power | null;
  readonly proxyFor: ProxyFor;
  /** The file of a worker entry: built, or the `.ts` source when run from a checkout. */
  workerUrl(name: 'store' | 'import' | 'analysis' | 'universe'): URL;
  /** 32 random bytes as base64url: file tokens, ids of bugs. */
  randomToken(): string;
}
