import type { IpcMain, WebContents } from 'electron';
import type { Kiosk } from '../../core/create-kiosk.ts';
import type { KioskAnswer } from '../../kiosk-problems.ts';
import { isTrustedSender } from './trusted-sender.ts';

export const COMMAND_CHANNEL = 'kiosk:command';
export const EVENT_CHANNEL = 'kiosk:event';

type Ipc = Pick<IpcMain, 'handle' | 'removeHandler'>;
type Screen = Pick<WebContents, 'send' | 'isDestroyed'>;

/** The same commands and events as over the loopback host, by Electron's IPC. Returns the way to take it down. */
export function startIpcHost(kiosk: Kiosk, ipc: Ipc, screen: Screen): () => void {
  ipc.handle(COMMAND_CHANNEL, async (event, name: unknown, input: unknown): Promise<KioskAnswer> => {
    if (!isTrustedSender(event.senderFrame)) return { ok: false, problem: { code: 'unknown-command' } };
    return kiosk.dispatch(String(name), input);
  });
  const stop = kiosk.subscribe((event) => {
    if (!screen.isDestroyed()) screen.send(EVENT_CHANNEL, event);
  });
  return () => {
    stop();
    ipc.removeHandler(COMMAND_CHANNEL);
  };
}
