import { openSync, renameSync, statSync } from 'node:fs';

const LARGEST_BYTES = 20_000_000;

/**
 * Opens a log for appending, for its owner only. One that has grown large becomes `FILE.1`, whose former content is
 * given up: a demo that runs for months must not fill the disk.
 * @param {string} file
 * @returns {number} file descriptor, to be closed by the caller
 */
export function openLog(file) {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}
