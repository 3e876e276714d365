import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EmissionsLog } from '@permit/print/printers/emissions-log.ts';
import { readLedger, type CaseLedger } from '../../../tools/road/read-ledger.ts';
import { pause } from './pause.ts';
import type { PatientPeople } from './patient-people.ts';

export interface Verdict {
  /** More than one card, permit, submission or recorded payment where one was meant. */
  readonly doubles: readonly string[];
  /** What was acknowledged and is not there. */
  readonly lost: readonly string[];
  readonly unbalanced: readonly string[];
  readonly broken: readonly string[];
}

export interface Judged {
  readonly dataDir: string;
  readonly people: PatientPeople;
  readonly applicationNo: string;
  /** Roads begun in this instance so far: each has exactly one case. */
  readonly roads: number;
}

/** Holds a road that is done against the printer's own log, the stock, the audit chain and the tables. */
export async function judgeRoad({ dataDir, people, applicationNo, roads }: Judged): Promise<Verdict> {
  const ledger = await readLedger(dataDir, applicationNo);
  const { broken, ...counted } = judgeCounts(
    ledger,
    await emittedCards(join(dataDir, 'printer'), ledger),
    roads,
  );
  const unbalanced = await stockFaults(people);
  return { ...counted, unbalanced, broken: [...broken, ...(await auditFaults(people))] };
}

/** What there is too much or too little of; `emitted` names a serial once for every time that it came out. */
export function judgeCounts(
  ledger: CaseLedger,
  emitted: readonly string[],
  roads: number,
): Omit<Verdict, 'unbalanced'> {
  const spoiled = ledger.printOrders.filter(({ state }) => state === 'spoiled').map(({ serial }) => serial);
  const good = emitted.filter((serial) => !spoiled.includes(serial));
  const handedOver = ledger.cards.filter(({ state }) => state === 'handed-over');
  const counts: readonly (readonly [string, number, number])[] = [
    ['cards out of the printer and not spoiled', good.length, 1],
    ['cards handed over', handedOver.length, 1],
    ['cards of the case', ledger.cards.length, 1],
    ['permits', ledger.permits, 1],
    ['submissions', ledger.submissions, 1],
    ['cases of the instance', ledger.applications, roads],
    ['payments recorded', ledger.paymentsRecorded, ledger.bills],
    ['payments set aside', ledger.paymentsSetAside, 0],
  ];
  const say = ([what, found, meant]: (typeof counts)[number]) => `${what}: ${found}, not ${meant}`;
  return {
    doubles: counts.filter(([, found, meant]) => found > meant).map(say),
    lost: counts.filter(([, found, meant]) => found < meant).map(say),
    broken: good[0] === handedOver[0]?.serial ? [] : ['another card was handed over'],
  };
}

/**
 * Serials of the case's cards by the printer's own log, once for every time that one came out. A printer killed
 * between the card and its line in the log leaves the card lying there: what lies in the hopper came out.
 */
async function emittedCards(printer: string, { printOrders }: CaseLedger): Promise<readonly string[]> {
  const mine = printOrders.map(({ publicId }) => publicId);
  const log = await new EmissionsLog(join(printer, 'emissions.log'), () => new Date()).read();
  const own = log.filter(({ printOrderId }) => printOrderId !== undefined && mine.includes(printOrderId));
  const emitted = own.filter(({ event }) => event === 'emitted').map(({ serial }) => serial);
  const unlogged = own
    .filter(({ event, serial }) => event === 'fed' && !emitted.includes(serial))
    .map(({ serial }) => serial)
    .filter((serial) => existsSync(join(printer, 'cards', serial)));
  return [...emitted, ...unlogged];
}

async function stockFaults(people: PatientPeople): Promise<readonly string[]> {
  const balance = await people.ask('clerk2', 'stockBalance', {});
  const faults = balance.balanced ? [] : ['the stock is not balanced'];
  return balance.reserved === 0 ? faults : [...faults, `${balance.reserved} blanks stay reserved`];
}

/** The chain must hold at once, and be anchored up to its end soon after the last act. */
async function auditFaults(people: PatientPeople): Promise<readonly string[]> {
  for (let tries = 1; ; tries += 1) {
    const audit = await people.ask('auditor', 'verifyAudit', {});
    if (!audit.holds) return [`the audit chain breaks at ${audit.firstBreak}`];
    if (audit.anchoredUpTo >= audit.entries || tries === 40) return [];
    await pause(500);
  }
}
