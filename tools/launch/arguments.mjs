import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LaunchFault } from './launch-fault.mjs';

/**
 * @typedef {object} StartArguments
 * @property {boolean} once
 * @property {number} port
 * @property {string} data absolute
 * @property {string | undefined} captureFrom absolute
 */

/**
 * Reads `--once`, `--port N`, `--data DIR`, `--capture-from DIR` (also with `=`); anything else is wrong use (exit 2).
 * @param {readonly string[]} given
 * @param {{cwd: string, projectRoot: string}} where relative folders count from `cwd`, the default is in the project
 * @returns {StartArguments}
 */
export function readStartArguments(given, { cwd, projectRoot }) {
  /** @type {Record<string, string>} */
  const values = { '--port': '8080', '--data': join(projectRoot, '.local') };
  let once = false;
  const rest = given.flatMap((text) => (/^--[a-z-]+=/.test(text) ? splitOnce(text) : [text]));
  for (let index = 0; index < rest.length; index += 1) {
    const name = rest[index] ?? '';
    const value = rest[index + 1];
    if (name === '--once') once = true;
    else if (!['--port', '--data', '--capture-from'].includes(name)) throw wrongUse(`${name} is not known`);
    else if (value === undefined || value.startsWith('--')) throw wrongUse(`${name} needs a value`);
    else {
      values[name] = value;
      index += 1;
    }
  }
  const from = values['--capture-from'];
  if (from !== undefined && !existsSync(resolve(cwd, from)))
    throw wrongUse(`the folder ${from} is not there`);
  return {
    once,
    port: /^\d+$/.test(values['--port'] ?? '') ? Number(values['--port']) : Number.NaN,
    data: resolve(cwd, values['--data'] ?? ''),
    captureFrom: from === undefined ? undefined : resolve(cwd, from),
  };
}

/** @param {string} text */
function splitOnce(text) {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}

/** @param {string} why */
function wrongUse(why) {
  return new LaunchFault(
    `${why}. Use: npm start -- [--once] [--port N] [--data DIR] [--capture-from DIR]`,
    2,
  );
}
