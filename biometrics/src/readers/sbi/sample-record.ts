import { EYE_CODE, FINGER_POSITION_CODE, type EyePosition, type FingerPosition } from '../../codes.ts';
import type { CaptureDetails } from '../../formats/capture-details.ts';
import { FINGER_COMPRESSION, PER_INCH, type FingerImageRecord } from '../../formats/finger-image-record.ts';
import { IRIS_FORMAT, IRIS_KIND, type IrisImageRecord } from '../../formats/iris-image-record.ts';
import type { GrayImage } from '../../images/gray-image.ts';
import { encodeJpeg2000 } from '../../images/jpeg2000.ts';

const DEFAULT_PPI = 500;
const OTHER_IMPRESSION = 29;
const UNDEFINED_ANGLE = 0xffff;

/** ISO/IEC 19794-4:2011 record of one finger, lossless JPEG 2000, as a registration device delivers it. */
export async function fingerRecord(
  image: GrayImage,
  position: FingerPosition,
  takenAt: Date,
): Promise<FingerImageRecord> {
  const ppi = Math.round(image.ppi ?? DEFAULT_PPI);
  const representation = {
    ...details(takenAt),
    position: FINGER_POSITION_CODE[position],
    representationNumber: 0,
    scaleUnits: PER_INCH,
    scanRateX: ppi,
    scanRateY: ppi,
    imageRateX: ppi,
    imageRateY: ppi,
    bitDepth: 8,
    compression: FINGER_COMPRESSION['jpeg2000-lossless'],
    impression: OTHER_IMPRESSION,
    width: image.width,
    height: image.height,
    data: await encodeJpeg2000(image),
    extensions: [],
  };
  return { kind: 'finger-image', certified: false, positionCount: 1, representations: [representation] };
}

/** ISO/IEC 19794-6:2011 record of one eye, lossless JPEG 2000. */
export async function irisRecord(
  image: GrayImage,
  position: EyePosition,
  takenAt: Date,
): Promise<IrisImageRecord> {
  const representation = {
    ...details(takenAt),
    representationNumber: 1,
    eye: EYE_CODE[position],
    imageKind: IRIS_KIND.vga,
    format: IRIS_FORMAT.jpeg2000,
    properties: 0,
    width: image.width,
    height: image.height,
    bitDepth: 8,
    range: 0,
    rollAngle: UNDEFINED_ANGLE,
    rollUncertainty: UNDEFINED_ANGLE,
    irisPlace: [0, 0, 0, 0, 0, 0],
    data: await encodeJpeg2000(image),
  };
  return { kind: 'iris-image', certified: false, eyeCount: 1, representations: [representation] };
}

function details(takenAt: Date): CaptureDetails {
  return {
    time: {
      year: takenAt.getUTCFullYear(),
      month: takenAt.getUTCMonth() + 1,
      day: takenAt.getUTCDate(),
      hour: takenAt.getUTCHours(),
      minute: takenAt.getUTCMinutes(),
      second: takenAt.getUTCSeconds(),
      millisecond: takenAt.getUTCMilliseconds(),
    },
    deviceTechnology: 0,
    deviceVendor: 0,
    deviceType: 0,
    qualities: [],
  };
}
