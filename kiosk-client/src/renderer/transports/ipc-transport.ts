import type { KioskTransport } from './kiosk-transport.ts';

declare global {
  interface Window {
    /** Put there by the preload of the Electron host. */
    readonly kiosk?: KioskTransport;
  }
}

/** The transport of the Electron host, where there is one. */
export function ipcTransport(): KioskTransport | undefined {
  return window.kiosk;
}
