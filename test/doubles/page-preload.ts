/**
 * A script for a real page that runs the built preload as Electron would, with the parts of Electron it needs standing in: calls go
 * to `window.askMain(json)`, pushes come in through `window.pushed(channel, json)`, and the path behind a File is looked up in
 * `window.filePaths` by its name. Columns cross as base64.
 */
export function pagePreload(preloadSource: string): string {
  return `(() => {
    const listeners = new Map();
    const kinds = { Float64Array, Float32Array, Int32Array, Uint32Array, Uint16Array, Uint8Array };
    const revive = (_key, value) => {
      if (value === null || typeof value !== 'object' || !Object.hasOwn(value, '$column')) return value;
      const bytes = Uint8Array.from(atob(value.bytes), (char) => char.charCodeAt(0));
      return new kinds[value.$column](bytes.buffer);
    };
    window.filePaths = {};
    window.pushed = (channel, json) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...JSON.parse(json, revive));
    };
    const electron = {
      contextBridge: { exposeInMainWorld: (key, api) => { window[key] = api; } },
      ipcRenderer: {
        invoke: async (...sent) => JSON.parse(await window.askMain(JSON.stringify(sent)), revive),
        on: (channel, listener) => { listeners.set(channel, [...(listeners.get(channel) ?? []), listener]); },
        off: (channel, listener) => { listeners.set(channel, (listeners.get(channel) ?? []).filter((other) => other !== listener)); },
      },
      webUtils: { getPathForFile: (file) => window.filePaths[file.name] ?? '' },
    };
    const module = { exports: {} };
    (function (require, module, exports) {
      ${preloadSource}
    })((name) => { if (name !== 'electron') throw new Error('a sandboxed preload cannot require ' + name); return electron; }, module, module.exports);
  })();`;
}

/** JSON for the page, columns as base64. */
export function toPageJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    ArrayBuffer.isView(item) ? { $column: item.constructor.name, bytes: Buffer.from(item.buffer, item.byteOffset, item.byteLength).toString('base64') } : item,
  );
}
