import type { BrowserWindowConstructorOptions, WebContents } from 'electron';
import { PAGE_URL } from './trusted-sender.ts';

/** Full screen, no menu, no Node in the page, nothing kept on the disk by the browser (I9). */
export function windowOptions(preload: string, kiosk: boolean): BrowserWindowConstructorOptions {
  return {
    fullscreen: kiosk,
    kiosk,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      devTools: !kiosk,
      spellcheck: false,
      // Without the prefix `persist:` the profile lives in memory only.
      partition: 'station',
    },
  };
}

type Page = Pick<WebContents, 'on' | 'setWindowOpenHandler'> & {
  readonly session: Pick<WebContents['session'], 'setPermissionRequestHandler'>;
};

/** Keeps the window on our page: no navigation, no new windows, no permission but the camera. */
export function lockPage(page: Page): void {
  page.setWindowOpenHandler(() => ({ action: 'deny' }));
  page.on('will-navigate', (event) => event.preventDefault());
  page.on('will-attach-webview', (event) => event.preventDefault());
  page.session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(permission === 'media' && details.requestingUrl === PAGE_URL);
  });
}
