import type { IncomingMessage } from 'node:http';
import { decodeEncodedImage } from '../../images/encoded-image.ts';
import { ReaderError } from '../reader-error.ts';
import type { PreviewFrame } from '../reader.ts';

const MAX_PART_BYTES = 2 * 1024 * 1024;
const HEAD_END = Buffer.from('\r\n\r\n');

/** The pictures of a Motion JPEG answer (`multipart/x-mixed-replace`), decoded one by one as they are asked for. */
export async function* readMotionJpeg(answer: IncomingMessage): AsyncGenerator<PreviewFrame> {
  let held: Buffer = Buffer.alloc(0);
  let sequence = 0;
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      held = Buffer.concat([held, part]);
      for (let found = takePart(held); found !== undefined; found = takePart(held)) {
        held = found.rest;
        yield { image: await decodeEncodedImage(found.picture), sequence: sequence++ };
      }
      if (held.length > MAX_PART_BYTES)
        throw new ReaderError('malformed', 'a preview picture without an end');
    }
  } finally {
    answer.destroy();
  }
}

/** The first whole part: its head says how long it is. */
function takePart(held: Buffer): { readonly picture: Buffer; readonly rest: Buffer } | undefined {
  const headEnd = held.indexOf(HEAD_END);
  if (headEnd < 0) return undefined;
  const length = Number(/content-length:\s*(\d{1,8})/i.exec(held.toString('latin1', 0, headEnd))?.[1]);
  if (!(length > 0 && length <= MAX_PART_BYTES))
    throw new ReaderError('malformed', 'a preview part without a length');
  const start = headEnd + HEAD_END.length;
  if (held.length < start + length) return undefined;
  return { picture: held.subarray(start, start + length), rest: held.subarray(start + length) };
}
