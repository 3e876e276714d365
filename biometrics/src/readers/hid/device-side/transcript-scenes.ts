import type { KeyObject } from 'node:crypto';
import type { CaptureSpec } from '../../reader.ts';
import type { ReaderTime } from '../../reader-time.ts';
import { deviceKey, rawPublicKey } from './device-models.ts';
import { OpenCaptureDevice } from './open-capture-device.ts';

/** What the conversations of the document are about: enough to hold them again, byte for byte. */
export interface TranscriptScene {
  readonly name: string;
  readonly spec: CaptureSpec;
  readonly device: (time: ReaderTime) => OpenCaptureDevice;
  readonly pinnedKey: string | undefined;
}

/** 2026-01-01T00:00:00Z. */
export const TRANSCRIPT_START = Date.UTC(2026, 0, 1);
const SIDE = 32;

export const TRANSCRIPT_SCENES: readonly TranscriptScene[] = [
  {
    name: 'fingerprint',
    spec: { target: 'right-index', timeoutMs: 10_000, requestedQuality: 60, nonce: 'transcript-order-0001' },
    ...signing(deviceKey(new Uint8Array(32).fill(7))),
  },
  {
    name: 'iris',
    spec: {
      target: 'both-irises',
      missing: ['left-iris'],
      timeoutMs: 5_000,
      requestedQuality: 50,
      nonce: 'transcript-order-0002',
    },
    device: (time) =>
      new OpenCaptureDevice({
        payload: 1023,
        time,
        measureMs: 300,
        information: {
          make: 'Acme',
          model: 'Eye',
          serial: 'E-1',
          firmware: '1.0',
          modality: 'iris',
          ppi: 0,
          targets: [0x21, 0x22, 0x23],
        },
        look: () => bars(0),
      }),
    pinnedKey: undefined,
  },
];

function signing(key: KeyObject): Pick<TranscriptScene, 'device' | 'pinnedKey'> {
  const publicKey = rawPublicKey(key);
  return {
    pinnedKey: publicKey,
    device: (time) =>
      new OpenCaptureDevice({
        payload: 63,
        time,
        key,
        measureMs: 300,
        information: {
          make: 'Acme',
          model: 'One',
          serial: 'A-1',
          firmware: '1.0',
          modality: 'finger',
          ppi: 500,
          targets: [2],
          key: publicKey,
        },
        look: () => bars(500),
      }),
  };
}

/** 32 rows, each of one grey: short to write down. */
function bars(ppi: number) {
  const pixels = Uint8Array.from({ length: SIDE * SIDE }, (_, i) => 1 + 7 * Math.floor(i / SIDE));
  return { width: SIDE, height: SIDE, ppi, quality: 80, pixels };
}
