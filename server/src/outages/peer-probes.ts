import { bangkokDate, isBankPause } from '@permit/domain/calendar/bangkok-time.ts';
import { createTransport } from 'nodemailer';
import { askStatement } from '../bank/ask-bank.ts';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';
import type { Probe } from './watch-dependencies.ts';

const PEER_MS = 2_500;
/** Beyond the last payment of any day: the answer is a page without one. */
const AFTER_ALL = 999_999_999;

/** Asks at most once in so many milliseconds; between, nothing is known. */
export function seldom(everyMs: number, now: () => number, probe: Probe): Probe {
  let next = -Infinity;
  return async () => {
    if (now() < next) return undefined;
    next = now() + everyMs;
    return probe();
  };
}

/**
 * Whether the bank answers a question for its statement, signed by its key; not asked in its own pause. That people can
 * pay is not shown by it: where it fails, what they paid does not reach us, and nobody is to be late for that.
 */
export function bankProbe({ config, clock }: Pick<Deps, 'config' | 'clock'>): Probe {
  return async () => {
    const now = clock.business();
    if (isBankPause(now)) return undefined;
    const statement = await askStatement(config, bangkokDate(now), AFTER_ALL);
    return statement && true;
  };
}

/** Whether every peer that carries messages takes us: the mail server signs us in, the SMS gateway answers at all. */
export function peersProbe(config: Config): Probe {
  const peers = [
    ...(config.SMTP_URL ? [() => mailAnswers(config.SMTP_URL!)] : []),
    ...(config.SMS_GATEWAY_URL ? [() => gatewayAnswers(config.SMS_GATEWAY_URL!)] : []),
  ];
  return async () => {
    if (peers.length === 0) return undefined;
    return (await Promise.all(peers.map((ask) => ask()))).every(Boolean);
  };
}

async function mailAnswers(url: string): Promise<boolean> {
  const times = { connectionTimeout: PEER_MS, greetingTimeout: PEER_MS, socketTimeout: PEER_MS };
  const transport = createTransport({ url, ...times });
  try {
    return await transport.verify();
  } finally {
    transport.close();
  }
}

/** A gateway has no operation that sends nothing, so any answer that is no fault of its own is one. */
async function gatewayAnswers(url: string): Promise<boolean> {
  const { status } = await fetch(url, { method: 'OPTIONS', signal: AbortSignal.timeout(PEER_MS) });
  return status < 500;
}
