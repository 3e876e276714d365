import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { processStart } from './process-start.mjs';

const GRACE_MS = 12_000;

/**
 * Writes which processes belong to this data folder; also read by whoever wants to know (proofs, operators).
 * @param {string} dataDir @param {Record<string, number | undefined>} pids by name
 */
export function recordProcesses(dataDir, pids) {
  const known = Object.entries(pids).flatMap(([name, pid]) =>
    pid ? [{ name, pid, started: processStart(pid) }] : [],
  );
  const file = join(dataDir, 'processes.json');
  const text = `${JSON.stringify(known, null, 2)}\n`;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/**
 * Ends what a killed launcher left running, by pid and start time: never a process that is not ours.
 * @param {string} dataDir
 * @returns {Promise<number>} how many were still there
 */
export async function endLeftovers(dataDir) {
  const file = join(dataDir, 'processes.json');
  const alive = readProcesses(file).filter(isSame);
  for (const { pid } of alive) signal(pid, 'SIGTERM');
  for (let waited = 0; waited < GRACE_MS && alive.some(isSame); waited += 50) await delay(50);
  for (const left of alive.filter(isSame)) signal(left.pid, 'SIGKILL');
  rmSync(file, { force: true });
  return alive.length;
}

/** @param {string} file @returns {{pid: number, started: string}[]} */
function readProcesses(file) {
  if (!existsSync(file)) return [];
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
}

/** @param {{pid: number, started: string}} known */
function isSame({ pid, started }) {
  return started !== '' && processStart(pid) === started;
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in between.
  }
}
