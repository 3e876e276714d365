import type { CaptureDetails } from '../formats/capture-details.ts';
import { FINGER_COMPRESSION, PER_INCH, writeFingerImageRecord } from '../formats/finger-image-record.ts';
import { IRIS_FORMAT, IRIS_KIND, writeIrisImageRecord } from '../formats/iris-image-record.ts';
import type { GrayImage } from './gray-image.ts';
import { encodeJpeg2000 } from './jpeg2000.ts';

const DEFAULT_PPI = 500;
const UNKNOWN_IMPRESSION = 29;
const UNDEFINED = 0xffff;

/** What is known about a capture; anything left out is written as the standard's "unknown". */
export interface Provenance {
  readonly details?: CaptureDetails;
  /** ISO finger or eye code. */
  readonly position?: number;
  readonly impression?: number;
}

/** Nothing said: no date, device or quality. */
const NO_DETAILS: CaptureDetails = {
  time: { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0, millisecond: 0 },
  deviceTechnology: 0,
  deviceVendor: 0,
  deviceType: 0,
  qualities: [],
};

/** A finger image record (ISO/IEC 19794-4:2011) of one lossless JPEG 2000 picture; 500 ppi where unknown. */
export async function fingerRecordOf(image: GrayImage, known: Provenance = {}): Promise<Uint8Array> {
  const rate = Math.round(image.ppi ?? DEFAULT_PPI);
  const details = known.details ?? NO_DETAILS;
  const representation = {
    ...details,
    position: known.position ?? 0,
    representationNumber: 1,
    scaleUnits: PER_INCH,
    ...{ scanRateX: rate, scanRateY: rate, imageRateX: rate, imageRateY: rate },
    bitDepth: 8,
    compression: FINGER_COMPRESSION['jpeg2000-lossless'],
    impression: known.impression ?? UNKNOWN_IMPRESSION,
    width: image.width,
    height: image.height,
    data: await encodeJpeg2000(image),
    extensions: [],
  };
  const certified = details.certifications !== undefined;
  return writeFingerImageRecord({
    kind: 'finger-image',
    certified,
    positionCount: 1,
    representations: [representation],
  });
}

/** An iris image record (ISO/IEC 19794-6:2011) of one uncropped lossless JPEG 2000 picture. */
export async function irisRecordOf(image: GrayImage, known: Provenance = {}): Promise<Uint8Array> {
  const details = known.details ?? NO_DETAILS;
  const representation = {
    ...details,
    representationNumber: 1,
    eye: known.position ?? 0,
    imageKind: IRIS_KIND.uncropped,
    format: IRIS_FORMAT.jpeg2000,
    properties: 0,
    width: image.width,
    height: image.height,
    bitDepth: 8,
    range: 0,
    rollAngle: UNDEFINED,
    rollUncertainty: UNDEFINED,
    irisPlace: [0, 0, 0, 0, 0, 0],
    data: await encodeJpeg2000(image),
  };
  const certified = details.certifications !== undefined;
  return writeIrisImageRecord({
    kind: 'iris-image',
    certified,
    eyeCount: 1,
    representations: [representation],
  });
}
