import { ByteReader } from '../formats/byte-reader.ts';
import { checkImageSize } from './image-limits.ts';

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/** Walks the marker segments of a JPEG (ITU-T T.81 annex B) up to the first scan, checks the frame's size and returns where the scan begins. */
export function checkJpegStructure(bytes: Uint8Array): number {
  const reader = new ByteReader(bytes, 2);
  let framed = false;
  for (;;) {
    const marker = readMarker(reader);
    if (marker === END_OF_IMAGE) reader.fail('the JPEG ends before its first scan', 2);
    const length = reader.u16('a JPEG segment length');
    if (length < 2) reader.fail(`a JPEG segment of ${length} bytes cannot hold its own length`, 2);
    const body = reader.window(length - 2, 'a JPEG segment');
    if (marker === START_OF_SCAN) break;
    if (FRAMES.has(marker)) {
      checkFrame(body);
      framed = true;
    }
  }
  if (!framed) reader.fail('the JPEG scan has no frame before it');
  return reader.offset;
}

function readMarker(reader: ByteReader): number {
  if (reader.u8('a JPEG marker') !== 0xff) reader.fail('a JPEG marker is expected', 1);
  let marker = 0xff;
  while (marker === 0xff) marker = reader.u8('a JPEG marker');
  return marker;
}

function checkFrame(body: ByteReader): void {
  body.u8('the JPEG sample precision');
  const at = body.offset;
  const height = body.u16('the JPEG height');
  checkImageSize(body.u16('the JPEG width'), height, at);
}
