import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EmissionsLog } from '@permit/print/printers/emissions-log.ts';
import { ApiRefusal } from '../../../tools/road/api-client.ts';
import { freshCode } from '../../../tools/road/sign-in-as.ts';
import type { Walk } from './walk-through-offices.ts';

const CLERK = 'clerk2';
const SECOND = 'supervisor';
const LOOKED_AT_AFTER_MS = 5_000;

/**
 * What the clerk does about cards in doubt: looks into the printer's hopper (the folder of cards). A card that lies
 * there is taken as printed and passed; where none lies, its blank is spoiled and a new attempt follows.
 */
export async function healPrinting(walk: Walk, applicationId: string): Promise<void> {
  const { people } = walk;
  const { permitId } = await people.ask('employer', 'getApplication', { applicationId });
  if (!permitId) return;
  const { permitNo } = await people.ask('employer', 'getPermit', { permitId });
  const { printOrders } = await listed(walk);
  for (const order of printOrders.filter((one) => one.permitNo === permitNo))
    await settle(walk, order).catch((error: unknown) => {
      // The host was quicker: what was wanted is so.
      if (!(error instanceof ApiRefusal && error.code === 'wrong-state')) throw error;
    });
}

type Order = Awaited<ReturnType<typeof listed>>['printOrders'][number];
const listed = ({ people }: Walk) => people.ask(CLERK, 'listPrintOrders', {});

async function settle(walk: Walk, order: Order): Promise<void> {
  const { people } = walk;
  const { printOrderId, blankSerial, state } = order;
  const there = await liesInHopper(walk, blankSerial);
  if (state === 'unknown') {
    const looked = { printOrderId, note: 'looked at the hopper' };
    if (there) await people.once(CLERK, 'resolveUnknown', { ...looked, found: 'printed' });
    else
      await people.once(CLERK, 'resolveUnknown', { ...looked, found: 'spoiled', ...(await witness(walk)) });
    walk.note(`clerk looked into the hopper: ${blankSerial} is ${there ? '' : 'not '}there`);
  }
  const waitedMs = Date.now() - Date.parse(order.since);
  if (state === 'printed' && there && waitedMs > LOOKED_AT_AFTER_MS) {
    await people.once(CLERK, 'passCard', { printOrderId });
    walk.note(`clerk passed ${blankSerial}`);
  }
}

/** That nothing came out is said by two. */
async function witness({ instance }: Walk) {
  const { secondFactor } = instance.accounts().find(({ username }) => username === SECOND)!;
  return { secondPersonUsername: SECOND, secondPersonCode: await freshCode(SECOND, secondFactor!) };
}

/** Among the good cards: printed, and not in the reject bin. */
async function liesInHopper({ instance }: Walk, serial: string | undefined): Promise<boolean> {
  const printer = join(instance.dataDir, 'printer');
  if (serial === undefined || !existsSync(join(printer, 'cards', serial, 'card.pdf'))) return false;
  const log = await new EmissionsLog(join(printer, 'emissions.log'), () => new Date()).read();
  return !log.some((emission) => emission.event === 'rejected' && emission.serial === serial);
}
