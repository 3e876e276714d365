// The one CommonJS file (docs/decisions/0001): a sandboxed preload cannot be a module. It exposes two functions
// and no Electron object; names of channels stand in ipc-host.ts.
// eslint-disable-next-line @typescript-eslint/no-require-imports, @typescript-eslint/consistent-type-imports
const { contextBridge, ipcRenderer }: typeof import('electron') = require('electron');

contextBridge.exposeInMainWorld('kiosk', {
  ask: (name: string, input: unknown) => ipcRenderer.invoke('kiosk:command', name, input),
  listen: (listener: (event: unknown) => void) => {
    const pass = (_: unknown, event: unknown) => listener(event);
    ipcRenderer.on('kiosk:event', pass);
    return () => void ipcRenderer.off('kiosk:event', pass);
  },
});
