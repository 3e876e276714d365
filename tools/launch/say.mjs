import { LaunchFault } from './launch-fault.mjs';

/**
 * Progress goes to standard error, so that standard output holds results only.
 * @param {string} topic @param {string} sentence
 */
export function say(topic, sentence) {
  process.stderr.write(`${`[${topic}]`.padEnd(9)} ${sentence}\n`);
}

/** @param {number} startedAt value of performance.now() @returns {string} like "1.4 s" */
export function secondsSince(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

/**
 * Runs a launcher's main function: faults that a person can mend end as one sentence, all others with a stack. The
 * process ends with it, whatever was still being started; watchdogs take that down.
 * @param {() => Promise<number | void>} main resolves to the exit code
 * @returns {Promise<never>}
 */
export async function runMain(main) {
  process.exit(await exitCodeOf(main));
}

/** @param {() => Promise<number | void>} main @returns {Promise<number>} */
async function exitCodeOf(main) {
  try {
    return (await main()) ?? 0;
  } catch (error) {
    if (error instanceof LaunchFault) say('stop', error.message);
    else console.error(error);
    return error instanceof LaunchFault ? error.exitCode : 1;
  }
}
