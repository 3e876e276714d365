import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * The journal on a disk: `"WPJ1" | journal id (17)`, then records
 * `length u32 | length check u32 | iv (12) | ciphertext | tag (16) | end mark`, AES-256-GCM. The associated data
 * of a record begins with the 17 bytes before it: the tag and end mark of the previous record, or the journal id
 * for the first. So a record cannot be removed, moved or repeated, and reading finds its place after damage.
 */
export const JOURNAL_MAGIC = 'WPJ1';
export const JOURNAL_HEAD_BYTES = 21;
export const CHAIN_BYTES = 17;
const RECORD_HEAD_BYTES = 8;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const MAX_RECORD_BYTES = 1024 * 1024;
const FRAME_BYTES = RECORD_HEAD_BYTES + IV_BYTES + TAG_BYTES + 1;
// Never zero, so that a record whose last bytes never reached the disk is told from one that was damaged there.
const END_MARK = 0xa5;
// A length with a wrong check is damage; without it a flipped length would look like a torn tail.
const LENGTH_CHECK = 0x5a17c0de;

/** A new, empty journal with a random id. */
export function journalHead(): Buffer {
  return Buffer.concat([Buffer.from(JOURNAL_MAGIC), randomBytes(CHAIN_BYTES)]);
}

/** The bytes of one record; `previous` is the end of the journal so far. Throws RangeError when too long. */
export function encodeRecord(key: Uint8Array, previous: Uint8Array, payload: Uint8Array): Buffer {
  if (payload.length > MAX_RECORD_BYTES) throw new RangeError('a journal record is at most 1 MiB');
  const head = Buffer.alloc(RECORD_HEAD_BYTES);
  head.writeUInt32BE(payload.length, 0);
  head.writeUInt32BE((payload.length ^ LENGTH_CHECK) >>> 0, 4);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.concat([previous.subarray(-CHAIN_BYTES), head]));
  return Buffer.concat([
    head,
    iv,
    cipher.update(payload),
    cipher.final(),
    cipher.getAuthTag(),
    Buffer.of(END_MARK),
  ]);
}

/** What was found when a journal was read. */
export interface JournalReading {
  readonly payloads: readonly Buffer[];
  /** `torn`: the last write never finished, nobody was told it was saved. `damaged`: saved bytes are gone. */
  readonly state: 'clean' | 'torn' | 'damaged';
  /** Length of the part that is whole and in order: where the next record may be written. */
  readonly goodBytes: number;
}

/** Reads every record that can be proved; never throws for what is in the file. */
export function readJournal(key: Uint8Array, file: Buffer): JournalReading {
  if (file.length === 0) return { payloads: [], state: 'clean', goodBytes: 0 };
  if (file.length < JOURNAL_HEAD_BYTES) return { payloads: [], state: 'torn', goodBytes: 0 };
  const payloads: Buffer[] = [];
  let state: JournalReading['state'] = file.toString('latin1', 0, 4) === JOURNAL_MAGIC ? 'clean' : 'damaged';
  let offset = JOURNAL_HEAD_BYTES;
  let goodBytes = offset;
  while (offset < file.length) {
    const record = recordAt(key, file, offset);
    if (record.kind === 'torn' && state === 'clean') return { payloads, state: 'torn', goodBytes };
    if (record.kind !== 'whole') {
      state = 'damaged';
      offset += 1;
      continue;
    }
    payloads.push(record.payload);
    offset = record.end;
    if (state === 'clean') goodBytes = offset;
  }
  return { payloads, state, goodBytes };
}

type Found = { kind: 'whole'; payload: Buffer; end: number } | { kind: 'torn' } | { kind: 'damaged' };

function recordAt(key: Uint8Array, file: Buffer, offset: number): Found {
  if (offset + RECORD_HEAD_BYTES > file.length) return { kind: 'torn' };
  const length = file.readUInt32BE(offset);
  const check = file.readUInt32BE(offset + 4);
  const rest = file.subarray(offset);
  if ((length ^ LENGTH_CHECK) >>> 0 !== check || length > MAX_RECORD_BYTES) {
    // A write that never wholly reached the disk ends in zeros; no saved record does.
    return { kind: rest.subarray(RECORD_HEAD_BYTES).every((byte) => byte === 0) ? 'torn' : 'damaged' };
  }
  if (rest.length < FRAME_BYTES + length) return { kind: 'torn' };
  const end = offset + FRAME_BYTES + length;
  const payload = file[end - 1] === END_MARK ? openRecord(key, file, offset, length) : undefined;
  if (payload) return { kind: 'whole', payload, end };
  return { kind: end === file.length && file[end - 1] === 0 ? 'torn' : 'damaged' };
}

function openRecord(key: Uint8Array, file: Buffer, offset: number, length: number): Buffer | undefined {
  const iv = offset + RECORD_HEAD_BYTES;
  const text = iv + IV_BYTES;
  const tag = text + length;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, file.subarray(iv, text), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(file.subarray(offset - CHAIN_BYTES, iv));
    decipher.setAuthTag(file.subarray(tag, tag + TAG_BYTES));
    return Buffer.concat([decipher.update(file.subarray(text, tag)), decipher.final()]);
  } catch {
    return undefined;
  }
}
