import { MalformedRecordError } from '../formats/malformed-record-error.ts';
import type { GrayImage } from './gray-image.ts';

export function decodeWsq(_bytes: Uint8Array): GrayImage {
  throw new MalformedRecordError(0, 'WSQ is not read yet');
}
