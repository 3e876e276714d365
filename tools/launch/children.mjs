import { spawn } from 'node:child_process';
import { closeSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openLog } from './log-file.mjs';
import { say } from './say.mjs';

const END_WITH_PARENT = fileURLToPath(new URL('./end-with-parent.mjs', import.meta.url));
const GRACE_MS = 12_000;
/** A process that lived this long is restarted at once; shorter lives wait longer and longer. */
const HEALTHY_MS = 20_000;
const LONGEST_PAUSE_MS = 10_000;

/**
 * @typedef {object} Program
 * @property {string} name of the process and its log file
 * @property {string} file TypeScript main file, run by tsx
 * @property {NodeJS.ProcessEnv} env everything it knows
 * @property {string[]} [args]
 */

/**
 * @typedef {object} Children
 * @property {(program: Program) => void} start
 * @property {() => Record<string, number | undefined>} pids
 * @property {() => Promise<void>} stop in reverse order of starting
 */

/**
 * Runs programs as children, starts those again that end by themselves, and keeps their output under `logDir`.
 * @param {{cwd: string, logDir: string}} options
 * @returns {Children}
 */
export function superviseChildren({ cwd, logDir }) {
  mkdirSync(logDir, { recursive: true, mode: 0o700 });
  /** @type {Map<string, import('node:child_process').ChildProcess>} */
  const children = new Map();
  let stopping = false;
  const pids = () => Object.fromEntries([...children].map(([name, child]) => [name, child.pid]));

  /** @param {Program} program @param {number} [deaths] */
  const start = (program, deaths = 0) => {
    const startedAt = performance.now();
    const child = spawnProgram(program, cwd, logDir);
    children.set(program.name, child);
    child.once('error', (error) => say(program.name, `cannot be started: ${error.message}`));
    child.once('exit', async (code, signal) => {
      if (stopping) return;
      const again = performance.now() - startedAt > HEALTHY_MS ? 0 : deaths + 1;
      const pause = again === 0 ? 0 : Math.min(250 * 2 ** again, LONGEST_PAUSE_MS);
      const log = join(logDir, `${program.name}.log`);
      say(
        program.name,
        `ended by itself (${signal ?? `code ${code}`}, see ${log}); again in ${pause / 1000} s`,
      );
      await delay(pause);
      if (!stopping) start(program, again);
    });
  };

  return {
    start,
    pids,
    stop: async () => {
      stopping = true;
      for (const child of [...children.values()].reverse()) await stopChild(child);
    },
  };
}

/** @param {Program} program @param {string} cwd @param {string} logDir */
function spawnProgram({ name, file, env, args = [] }, cwd, logDir) {
  // Straight into the file, not through us: what a program says after we were killed is kept, too.
  const log = openLog(join(logDir, `${name}.log`));
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, '--import', 'tsx', file, ...args], {
    cwd,
    env,
    stdio: ['pipe', log, log],
    // A group of its own: Ctrl-C in the terminal reaches the launcher only, which stops everything in order.
    detached: true,
  });
  closeSync(log);
  child.stdin?.on('error', () => undefined);
  return child;
}

/** @param {import('node:child_process').ChildProcess} child */
async function stopChild(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  await gone;
  clearTimeout(timer);
}
