import { readFileSync, watch } from 'node:fs';
import { join } from 'node:path';

/**
 * Moments of one card that can be seen from outside: the host wrote down that it reserves a blank, that it is about
 * to send, the printer fed the blank, the printer put the card out.
 */
export const PRINT_MOMENTS = ['reserved', 'sending', 'fed', 'emitted'] as const;
export type PrintMoment = (typeof PRINT_MOMENTS)[number];

/**
 * Resolves within a few milliseconds after the next such moment in the printer's folder. Watches files only, so
 * that nothing in the instance knows that it is being aimed at.
 */
export function untilPrintMoment(
  printerFolder: string,
  moment: PrintMoment,
  signal: AbortSignal,
): Promise<void> {
  const before = read(join(printerFolder, 'emissions.log')).length;
  const isThere = () => {
    const events = read(join(printerFolder, 'emissions.log')).slice(before);
    const held = read(join(printerFolder, 'held-order.json'));
    // On a quick machine the next step may be written before this one was seen: then that is the moment.
    if (moment === 'reserved') return held !== '' || events !== '';
    if (moment === 'sending') return held.includes('"step":"sending"') || events !== '';
    return events.includes(`"event":"${moment}"`);
  };
  return new Promise((resolve, reject) => {
    const watcher = watch(printerFolder, { signal }, () => {
      if (!isThere()) return;
      watcher.close();
      resolve();
    });
    watcher.once('error', reject);
  });
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
