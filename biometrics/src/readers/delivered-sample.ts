import { EYE_CODE, FINGER_POSITION_CODE, type BodyPosition } from '../codes.ts';
import { MalformedRecordError } from '../formats/malformed-record-error.ts';
import { isRecord, readRecord, type BiometricRecord } from '../formats/read-record.ts';
import type { GrayImage } from '../images/gray-image.ts';
import { readImage } from '../images/read-image.ts';
import { colourPortrait } from './colour-portrait.ts';
import { ReaderError } from './reader-error.ts';

/** What a picture or record holds of one position, as a frame needs it. */
export interface DeliveredSample {
  readonly image: GrayImage;
  readonly record?: Uint8Array;
  readonly portrait?: Uint8Array;
}

/**
 * Reads what came from outside for one position. `malformed` when it cannot be read or when the
 * record's own label names another position.
 */
export async function readDelivered(bytes: Uint8Array, position: BodyPosition): Promise<DeliveredSample> {
  try {
    const record = isRecord(bytes) ? readRecord(bytes) : undefined;
    if (record !== undefined) checkLabel(record, position);
    const image = await readImage(bytes);
    const kept = record === undefined ? {} : { record: bytes };
    if (position !== 'face') return { image, ...kept };
    return { image, ...kept, portrait: await colourPortrait(pictureIn(record, bytes), image) };
  } catch (error) {
    if (!(error instanceof MalformedRecordError)) throw error;
    throw new ReaderError('malformed', `${position}: ${error.message}`);
  }
}

function checkLabel(record: BiometricRecord, position: BodyPosition): void {
  if (record.kind === 'finger-image' && position in FINGER_POSITION_CODE) {
    const wanted = FINGER_POSITION_CODE[position as keyof typeof FINGER_POSITION_CODE];
    for (const image of record.representations) requireCode(image.position, wanted, position);
  } else if (record.kind === 'iris-image' && position in EYE_CODE) {
    const wanted = EYE_CODE[position as keyof typeof EYE_CODE];
    for (const image of record.representations) requireCode(image.eye, wanted, position);
  } else if (record.kind !== 'face-image' || position !== 'face') {
    throw new ReaderError('malformed', `a ${record.kind} record in the place of ${position}`);
  }
}

/** Code 0 means that the record does not say. */
function requireCode(found: number, wanted: number, position: BodyPosition): void {
  if (found !== 0 && found !== wanted) {
    throw new ReaderError('malformed', `delivered as ${position}, but the record says code ${found}`);
  }
}

function pictureIn(record: BiometricRecord | undefined, bytes: Uint8Array): Uint8Array {
  return record?.kind === 'face-image' ? record.representations[0]!.data : bytes;
}
