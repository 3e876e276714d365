import type { BodyPosition, QualityReason } from '@permit/biometrics/codes.ts';
import type { GrayImage } from '@permit/biometrics/images/gray-image.ts';
import { encodePng } from '@permit/biometrics/images/sharp-image.ts';
import type { CapturedFrame } from '@permit/biometrics/readers/reader.ts';
import type { HeldSample, SampleBytes } from '../capture/capture-session.ts';
import { judgeImage } from './judge-image.ts';

const RECORD_MEDIA_TYPE = {
  finger: 'application/vnd.iso.19794-4',
  iris: 'application/vnd.iso.19794-6',
} as const;

/** A reader's frame as the station holds it: the device's own record where it has one, lossless PNG otherwise. */
export async function heldSample(frame: CapturedFrame, capturedAt: string): Promise<HeldSample> {
  const picture = await pictureOf(frame);
  const { quality, reasons } = judgeFrame(frame);
  const { model, serial } = frame.device;
  return {
    ...sealedBytes(frame, picture),
    picture,
    record: {
      position: frame.position,
      quality,
      reasons: [...reasons],
      attempts: 1,
      capturedAt,
      reader: { model: model.slice(0, 80), serial: serial.slice(0, 80), simulated: frame.simulated },
    },
  };
}

function judgeFrame(frame: CapturedFrame): { quality: number; reasons: readonly QualityReason[] } {
  const judged = judgeImage(frame.image, frame.position);
  // The device knows its own sensor better; the reasons are still what a person can act on.
  const quality = Math.round(Math.min(100, Math.max(0, frame.deviceQuality ?? judged.quality)));
  return { quality, reasons: judged.reasons };
}

function sealedBytes(frame: CapturedFrame, picture: SampleBytes): SampleBytes {
  const kind = kindOf(frame.position);
  if (kind === 'face' || !frame.record) return picture;
  return { mediaType: RECORD_MEDIA_TYPE[kind], bytes: frame.record };
}

async function pictureOf({ portrait, image }: CapturedFrame): Promise<SampleBytes> {
  if (portrait) return { mediaType: pictureTypeOf(portrait) ?? 'image/png', bytes: portrait };
  return { mediaType: 'image/png', bytes: await pngOf(image) };
}

/** Lossless PNG of a grey image. */
export async function pngOf(image: GrayImage): Promise<Uint8Array> {
  return encodePng(image);
}

/** PNG or JPEG by its first bytes; undefined for anything else. */
export function pictureTypeOf(bytes: Uint8Array): 'image/png' | 'image/jpeg' | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (head === '\x89PNG\r\n\x1a\n') return 'image/png';
  return head.startsWith('\xff\xd8\xff') ? 'image/jpeg' : undefined;
}

function kindOf(position: BodyPosition): 'face' | 'finger' | 'iris' {
  if (position === 'face') return 'face';
  return position.endsWith('-iris') ? 'iris' : 'finger';
}
