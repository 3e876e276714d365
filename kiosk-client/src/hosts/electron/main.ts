import { resolve } from 'node:path';
import { app, BrowserWindow, ipcMain, net, protocol, safeStorage } from 'electron';
import { pathToFileURL } from 'node:url';
import { createStation } from '../../core/create-station.ts';
import type { KeySeal } from '../../core/offline-store/journal-key.ts';
import { readConfig } from './config.ts';
import { startIpcHost } from './ipc-host.ts';
import { lockPage, windowOptions } from './station-window.ts';
import { PAGE_URL } from './trusted-sender.ts';

const TICK_MS = 3000;
const screens = resolve(import.meta.dirname, '../../../dist');

protocol.registerSchemesAsPrivileged([
  { scheme: 'station', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

/** The key of the journal under the operating system's own key store. */
const systemSeal: KeySeal = {
  seal: (key) => safeStorage.encryptString(key.toString('base64')),
  open: (sealed) => Buffer.from(safeStorage.decryptString(sealed), 'base64'),
};

async function main(): Promise<void> {
  const config = readConfig(process.env);
  // Crash dumps would hold faces and fingers.
  app.commandLine.appendSwitch('disable-breakpad');
  await app.whenReady();
  if (config.APP_MODE === 'production' && !safeStorage.isEncryptionAvailable()) {
    throw new Error('this machine has no key store for the journal key');
  }
  protocol.handle('station', (request) => {
    const file = resolve(screens, `.${decodeURIComponent(new URL(request.url).pathname)}`);
    const inside = file.startsWith(screens);
    return inside ? net.fetch(pathToFileURL(file).href) : new Response(null, { status: 404 });
  });
  const kiosk = await createStation({
    mode: config.APP_MODE,
    training: config.TRAINING === '1',
    folder: resolve(config.STATION_DIR),
    mirrorFolder: config.STATION_MIRROR_DIR && resolve(config.STATION_MIRROR_DIR),
    serverUrl: config.SERVER_URL,
    readersFile: config.READERS_FILE,
    captureFrom: config.CAPTURE_FROM,
    previewMs: 1500,
    keySeal: systemSeal,
    logFault: ({ command, error }) =>
      console.error(JSON.stringify({ level: 'error', command, error: String(error) })),
  });
  const preload = resolve(import.meta.dirname, 'preload.cjs');
  const window = new BrowserWindow(windowOptions(preload, config.APP_MODE === 'production'));
  lockPage(window.webContents);
  startIpcHost(kiosk, ipcMain, window.webContents);
  await window.loadURL(PAGE_URL);
  const timer = setInterval(() => void kiosk.tick(), TICK_MS);
  app.on('window-all-closed', () => {
    clearInterval(timer);
    void kiosk.stop().finally(() => app.quit());
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  app.exit(1);
});
