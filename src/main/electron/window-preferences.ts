import type { WebPreferences } from 'electron';
import { appFile } from './app-file.ts';

/**
 * What a page of the app may do, for every window there is: a sandboxed page with one preload script and nothing of Node.
 * Developer tools are off for good; the loopback host shows the same page in a browser that has them.
 */
export const windowPreferences: Readonly<WebPreferences> = Object.freeze({
  preload: appFile('out', 'preload', 'index.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  devTools: false,
});
