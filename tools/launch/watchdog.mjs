import { spawn } from 'node:child_process';
import { closeSync, existsSync, readFileSync } from 'node:fs';
import { openLog } from './log-file.mjs';

// The shell holds the read end of our pipe: when this process ends in any way, kill -9 included, the pipe closes
// and the service is asked to stop. When the service ends by itself the shell ends with its exit code.
const SHELL = `exec 3<&0
signal=$1; shift
"$@" 3<&- </dev/null &
service=$!
( cat <&3 >/dev/null; kill -s "$signal" $service 2>/dev/null ) &
watcher=$!
wait $service
code=$?
kill $watcher 2>/dev/null
exit $code`;

/**
 * @typedef {object} Watched
 * @property {number} pid of the shell, which leads a process group of its own
 * @property {Promise<number>} exited exit code of the service
 * @property {(graceMs?: number) => Promise<void>} stop asks, waits, then forces
 */

/**
 * Starts a service in its own process group (Ctrl-C in the terminal reaches only us, who stop in order).
 * @param {string[]} command program and arguments
 * @param {{stopSignal: 'INT' | 'TERM', logFile: string, env?: NodeJS.ProcessEnv, cwd?: string, uid?: number, gid?: number}} options
 * @returns {Watched}
 */
export function spawnWatched(command, { stopSignal, logFile, ...options }) {
  const log = openLog(logFile);
  // Windows has no sh: the service runs without the watchdog there (not tried).
  const [program = '', ...args] =
    process.platform === 'win32' ? command : ['/bin/sh', '-c', SHELL, 'watchdog', stopSignal, ...command];
  const child = spawn(program, args, { ...options, stdio: ['pipe', log, log], detached: true });
  closeSync(log);
  child.stdin?.on('error', () => undefined);
  const exited = new Promise((/** @type {(code: number) => void} */ resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(127));
  });
  const stop = async (graceMs = 15_000) => {
    child.stdin?.end();
    if (process.platform === 'win32') child.kill();
    const timer = setTimeout(() => killGroup(child.pid), graceMs);
    await exited;
    clearTimeout(timer);
  };
  return { pid: child.pid ?? 0, exited, stop };
}

/** @param {string} file of a service, its pid in the first line @returns {number | undefined} */
export function readPid(file) {
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : Number.NaN;
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/** @param {number | undefined} leader */
function killGroup(leader) {
  if (!leader) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}
