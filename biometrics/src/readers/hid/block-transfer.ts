import { crc32 } from 'node:zlib';
import { MAX_FRAME_PIXELS } from '../check-frames.ts';
import { ReaderError } from '../reader-error.ts';
import { COMMAND, KIND } from './open-capture-codes.ts';
import { u16, writeCommand, type BlockHead } from './open-capture-reports.ts';
import { nextOf, type Conversation } from './conversation.ts';

const SIGNATURE_BYTES = 64;
const MAX_INFORMATION_BYTES = 4_096;
const MOST_RESENDS = 3;
/** Tag, index and chunk number in front of the bytes of a data report. */
const CHUNK_HEAD = 4;
/** STATE of a device that has used up its credit. */
const WANTS_CREDIT = 4;
/** Data reports in flight; half of it is granted again whenever half is used up. */
const WINDOW = 64;

export const SIGNATURE_LENGTH = SIGNATURE_BYTES;

/**
 * Receives the block that `head` announced: grants credit, asks again after a gap or a wrong CRC, at
 * most three times. `malformed` for a length that cannot be or a block that never comes whole.
 */
export async function receiveBlock(talk: Conversation, head: BlockHead): Promise<Uint8Array> {
  checkLength(head);
  const chunkBytes = talk.payload - CHUNK_HEAD;
  const chunks = Math.ceil(head.length / chunkBytes);
  const block: Block = {
    head,
    chunkBytes,
    chunks,
    bytes: new Uint8Array(chunks * chunkBytes),
    wanted: 0,
    ceiling: 0,
  };
  for (let resends = 0; ; resends++) {
    if (resends > 0) await command(talk, COMMAND.resend, block.wanted);
    const whole = await receiveChunks(talk, block, resends > 0);
    const bytes = block.bytes.subarray(0, head.length);
    if (whole && crc32(bytes) === head.crc) {
      await command(talk, COMMAND.credit, 0);
      return bytes;
    }
    if (whole) block.wanted = 0;
    if (resends === MOST_RESENDS) throw new ReaderError('malformed', `block ${head.index} never came whole`);
  }
}

interface Block {
  readonly head: BlockHead;
  readonly chunkBytes: number;
  readonly chunks: number;
  readonly bytes: Uint8Array;
  /** The next chunk. */
  wanted: number;
  /** No chunk at or above this was ever granted. */
  ceiling: number;
}

function checkLength(head: BlockHead): void {
  const pixels = head.width * head.height;
  const expected = head.kind === KIND.signed ? pixels + SIGNATURE_BYTES : pixels;
  const possible =
    head.kind === KIND.information
      ? head.length > 0 && head.length <= MAX_INFORMATION_BYTES
      : head.length === expected && pixels > 0 && pixels <= MAX_FRAME_PIXELS;
  if (!possible)
    throw new ReaderError('malformed', `a block of ${head.length} bytes for ${head.width}x${head.height}`);
}

/** Grants and takes chunks from the wanted one on; false when one was missing. */
async function receiveChunks(talk: Conversation, block: Block, again: boolean): Promise<boolean> {
  const { head, chunkBytes, chunks, bytes } = block;
  let granted = block.wanted;
  let skipping = again;
  let idle = 0;
  while (block.wanted < chunks) {
    if (granted < chunks && granted - block.wanted <= WINDOW / 2) {
      const more = Math.min(WINDOW / 2, chunks - granted);
      await command(talk, COMMAND.credit, more);
      granted += more;
      block.ceiling = Math.max(block.ceiling, granted);
    }
    const report = await nextOf(talk);
    if (report.is === 'state') {
      if (report.state === WANTS_CREDIT && ++idle === 2) return false;
      continue;
    }
    if (report.is !== 'data' || report.index !== head.index) throw unexpected(report.is);
    if (report.chunk >= block.ceiling)
      throw new ReaderError('tampered', 'the device sends more than it was granted');
    idle = 0;
    if (report.chunk < block.wanted || (skipping && report.chunk > block.wanted)) continue;
    if (report.chunk > block.wanted) return false;
    skipping = false;
    bytes.set(report.bytes.subarray(0, chunkBytes), block.wanted * chunkBytes);
    block.wanted++;
  }
  return true;
}

async function command(talk: Conversation, code: number, argument: number): Promise<void> {
  await talk.line.send(writeCommand(code, talk.tag, { payload: talk.payload, bytes: u16(argument) }));
}

function unexpected(what: string): ReaderError {
  return new ReaderError('malformed', `${what} in the middle of a block`);
}
