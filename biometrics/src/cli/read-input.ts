import { readFile } from 'node:fs/promises';
import { MalformedRecordError } from '../formats/malformed-record-error.ts';

/** Why a file gave nothing, as it is printed; `offset` where the content is at fault. */
export interface InputProblem {
  readonly ok: false;
  readonly offset?: number;
  readonly reason: string;
}

/** Reads a file and uses its bytes; a missing file or malformed content is a problem, anything else a fault. */
export async function readInput<T>(
  file: string,
  use: (bytes: Uint8Array) => Promise<T>,
): Promise<T | InputProblem> {
  try {
    return await use(new Uint8Array(await readFile(file)));
  } catch (fault) {
    if (fault instanceof MalformedRecordError)
      return { ok: false, offset: fault.offset, reason: fault.reason };
    if (isFileFault(fault)) return { ok: false, reason: `the file cannot be read: ${fault.code}` };
    throw fault;
  }
}

/** By its fields: an error of the platform need not be an instance of this realm's Error. */
function isFileFault(fault: unknown): fault is NodeJS.ErrnoException {
  return typeof fault === 'object' && fault !== null && 'code' in fault && 'syscall' in fault;
}
