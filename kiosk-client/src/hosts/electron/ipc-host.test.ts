import { expect, test } from '@jest/globals';
import type { KioskAnswer } from '../../kiosk-problems.ts';
import { captureAll, CLERK, readyKiosk } from '../../core/testing/a-kiosk.ts';
import { readConfig } from './config.ts';
import { startIpcHost } from './ipc-host.ts';
import { lockPage, windowOptions } from './station-window.ts';
import { isTrustedSender, PAGE_URL } from './trusted-sender.ts';

type Invoke = (event: unknown, name: unknown, input: unknown) => Promise<KioskAnswer>;

/** Electron's IPC as it is: every value is structured-cloned on its way, in both directions. */
function fakeElectron() {
  let handler: Invoke | undefined;
  const sent: unknown[] = [];
  return {
    sent,
    ipc: {
      handle: (_channel: string, listener: unknown) => void (handler = listener as Invoke),
      removeHandler: () => void (handler = undefined),
    },
    screen: {
      send: (_channel: string, event: unknown) => void sent.push(structuredClone(event)),
      isDestroyed: () => false,
    },
    invoke: async (name: string, input: unknown, url = PAGE_URL) =>
      structuredClone(await handler!({ senderFrame: { url, parent: null } }, name, structuredClone(input))),
    listening: () => handler !== undefined,
  };
}

test('a whole capture passes through IPC unchanged by structured clone', async () => {
  const station = await readyKiosk();
  const electron = fakeElectron();
  const stop = startIpcHost(station.kiosk, electron.ipc, electron.screen);
  const ask: typeof station.ask = async (name, input) => {
    const answer = await electron.invoke(name, input);
    if (!answer.ok) throw new Error(answer.problem.code);
    return answer.output as never;
  };
  const captureId = await captureAll({ ...station, ask });
  const faces = await ask('getFaces', { captureId });
  expect(faces.liveFace?.base64.length).toBeGreaterThan(100);
  expect(await ask('sealCapture', { captureId })).toMatchObject({ counter: 1 });
  expect(electron.sent.length).toBeGreaterThan(8);
  for (const event of electron.sent) expect(JSON.parse(JSON.stringify(event))).toEqual(event);
  stop();
  expect(electron.listening()).toBe(false);
});

test('a message from any other frame never reaches the core', async () => {
  const { kiosk } = await readyKiosk();
  const electron = fakeElectron();
  startIpcHost(kiosk, electron.ipc, electron.screen);
  expect(await electron.invoke('signIn', CLERK, 'https://evil.example/')).toMatchObject({ ok: false });
  expect(isTrustedSender({ url: PAGE_URL, parent: {} })).toBe(false);
  expect(isTrustedSender({ url: 'station://screens.evil.example/', parent: null })).toBe(false);
  expect(isTrustedSender({ url: 'nonsense', parent: null })).toBe(false);
  expect(isTrustedSender(null)).toBe(false);
});

test('the window keeps Node, other pages and new windows out', () => {
  expect(windowOptions('preload.cjs', true).webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    devTools: false,
  });
  const listeners = new Map<string, (event: { preventDefault(): void }) => void>();
  const opened: unknown[] = [];
  const granted: boolean[] = [];
  lockPage({
    on: (name: string, listener: never) => void listeners.set(name, listener),
    setWindowOpenHandler: (handler: () => unknown) => void opened.push(handler()),
    session: {
      setPermissionRequestHandler: (handler: (...all: unknown[]) => void) => {
        handler({}, 'media', (yes: boolean) => granted.push(yes), { requestingUrl: PAGE_URL });
        handler({}, 'media', (yes: boolean) => granted.push(yes), { requestingUrl: 'https://evil.example' });
        handler({}, 'geolocation', (yes: boolean) => granted.push(yes), { requestingUrl: PAGE_URL });
      },
    },
  } as unknown as Parameters<typeof lockPage>[0]);
  let prevented = 0;
  for (const name of ['will-navigate', 'will-attach-webview']) {
    listeners.get(name)!({ preventDefault: () => void (prevented += 1) });
  }
  expect([opened, granted, prevented]).toEqual([[{ action: 'deny' }], [true, false, false], 2]);
});

test('production is the default and refuses samples from files and plain http', () => {
  const good = { STATION_DIR: '/tmp/x', SERVER_URL: 'https://permits.example' };
  expect(readConfig(good).APP_MODE).toBe('production');
  expect(() => readConfig({ ...good, CAPTURE_FROM: '/tmp' })).toThrow('CAPTURE_FROM');
  expect(() => readConfig({ ...good, SERVER_URL: 'http://permits.example' })).toThrow('https');
});
