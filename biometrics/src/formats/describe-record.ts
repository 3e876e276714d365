import { EYE_CODE, FINGER_POSITION_CODE, SLAP_POSITION_CODE } from '../codes.ts';
import type { CaptureDetails, CaptureTime } from './capture-details.ts';
import { describeMinutiae } from './describe-minutiae.ts';
import type { FaceImage } from './face-image-record.ts';
import { FINGER_COMPRESSION, PER_INCH, type FingerImage } from './finger-image-record.ts';
import { IRIS_FORMAT, IRIS_KIND, type IrisImage } from './iris-image-record.ts';
import { impressionName } from './minutiae-names.ts';
import type { BiometricRecord } from './read-record.ts';

/** What a record contains as plain JSON; image data only by their length. */
export function describeRecord(record: BiometricRecord): object {
  switch (record.kind) {
    case 'finger-image':
      return { certified: record.certified, representations: record.representations.map(describeFinger) };
    case 'iris-image':
      return { certified: record.certified, representations: record.representations.map(describeIris) };
    case 'face-image':
      return { edition: record.edition, representations: record.representations.map(describeFace) };
    case 'iso-minutiae-2005':
    case 'iso-minutiae-2011':
    case 'ansi-minutiae-2004':
      return describeMinutiae(record);
  }
}

function describeFinger(image: FingerImage): object {
  const unit = image.scaleUnits === PER_INCH ? 'pixels per inch' : 'pixels per centimetre';
  return {
    ...describeCapture(image),
    position: nameOf({ ...FINGER_POSITION_CODE, ...SLAP_POSITION_CODE, unknown: 0 }, image.position),
    scanResolution: { x: image.scanRateX, y: image.scanRateY, unit },
    imageResolution: { x: image.imageRateX, y: image.imageRateY, unit },
    impression: impressionName(image.impression),
    compression: nameOf(FINGER_COMPRESSION, image.compression),
    bitDepth: image.bitDepth,
    width: image.width,
    height: image.height,
    dataBytes: image.data.length,
    extensions: image.extensions.map(({ id, data }) => ({ id, bytes: data.length })),
  };
}

function describeIris(image: IrisImage): object {
  const [xMin, xMax, yMin, yMax, diameterMin, diameterMax] = image.irisPlace;
  return {
    ...describeCapture(image),
    eye: nameOf({ ...EYE_CODE, undefined: 0 }, image.eye),
    imageKind: nameOf(IRIS_KIND, image.imageKind),
    format: nameOf(IRIS_FORMAT, image.format),
    bitDepth: image.bitDepth,
    width: image.width,
    height: image.height,
    rangeMm: image.range,
    centre: { xMin, xMax, yMin, yMax },
    diameter: { min: diameterMin, max: diameterMax },
    dataBytes: image.data.length,
  };
}

function describeFace(image: FaceImage): object {
  return {
    ...(image.time === undefined ? {} : describeCapture(image as FaceImage & CaptureDetails)),
    imageType: image.imageType,
    dataType: image.dataType,
    landmarks: image.landmarks.length,
    width: image.width,
    height: image.height,
    dataBytes: image.data.length,
  };
}

function describeCapture(details: CaptureDetails): object {
  return {
    captured: describeTime(details.time),
    device: { technology: details.deviceTechnology, vendor: details.deviceVendor, type: details.deviceType },
    qualities: details.qualities,
    certifications: details.certifications ?? [],
  };
}

function describeTime(time: CaptureTime): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;
  const clock = `${two(time.hour)}:${two(time.minute)}:${two(time.second)}`;
  return `${day}T${clock}.${String(time.millisecond).padStart(3, '0')}Z`;
}

function nameOf(codes: Readonly<Record<string, number>>, code: number): string {
  return Object.keys(codes).find((name) => codes[name] === code) ?? `code-${code}`;
}
