// Loaded with --import into every process that `npm start` starts. Standard input is a pipe that only the launcher
// holds: when the launcher ends in any way, kill -9 included, the pipe closes and this process ends in order.
import process from 'node:process';

const GRACE_MS = 10_000;

process.stdin.resume();
process.stdin.on('error', () => undefined);
process.stdin.once('close', () => {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
// The pipe alone must not keep a process alive that has finished its work.
/** @type {import('node:net').Socket} */ (/** @type {unknown} */ (process.stdin)).unref?.();
