import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { bridgeChannels, type Bridge } from '../shared/bridge.ts';
import type { AppEvent } from '../shared/contract/event.ts';
import { methodNames } from '../shared/contract/method-names.ts';

const names: ReadonlySet<string> = new Set(methodNames);

const bridge: Bridge<File> = {
  invoke(method, input) {
    if (names.has(method)) return ipcRenderer.invoke(bridgeChannels.invoke, method, input);
    return Promise.resolve({ ok: false, error: { code: 'app.method', params: { method: String(method).slice(0, 64) }, message: 'There is no such method.' } });
  },
  subscribe(listener) {
    const pass = (_event: IpcRendererEvent, events: readonly AppEvent[]): void => listener(events);
    ipcRenderer.on(bridgeChannels.events, pass);
    return () => {
      ipcRenderer.off(bridgeChannels.events, pass);
    };
  },
  admitFile: (file) => ipcRenderer.invoke(bridgeChannels.admitFile, webUtils.getPathForFile(file)),
};

contextBridge.exposeInMainWorld('chartroom', bridge);
