import { tryPort } from './free-port.mjs';
import { LaunchFault } from './launch-fault.mjs';

/** Every port of an instance is --port plus one of these (docs/operations.md). */
const OFFSETS = {
  web: 0,
  station: 10,
  bank: 20,
  printer: 30,
  mail: 40,
  mailPage: 41,
  sms: 42,
  database: 50,
  redis: 51,
};

/** @typedef {Record<keyof typeof OFFSETS, number>} Ports */

/** The highest first port: all others must fit under 65536. */
const HIGHEST = 65_535 - Math.max(...Object.values(OFFSETS));

/** @param {number} first value of --port @returns {Ports} */
export function derivePorts(first) {
  if (!Number.isInteger(first) || first < 1 || first > HIGHEST)
    throw new LaunchFault(
      `--port must be a whole number from 1 to ${HIGHEST}: other ports are counted from it.`,
    );
  const entries = Object.entries(OFFSETS).map(([name, offset]) => [name, first + offset]);
  return /** @type {Ports} */ (Object.fromEntries(entries));
}

/**
 * The ports that people and stations know must be free; PostgreSQL and Redis move to another one by themselves.
 * @param {Ports} ports @param {readonly (keyof Ports)[]} needed
 */
export async function requireFreePorts(ports, needed) {
  for (const name of needed)
    if ((await tryPort(ports[name])) === undefined)
      throw new LaunchFault(
        `Port ${ports[name]} (${name}) is taken by another program: end it, or choose others with -- --port ${ports.web + 100}.`,
      );
}
