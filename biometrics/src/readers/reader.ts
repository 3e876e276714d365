import type { BodyPosition, EyePosition, FingerPosition, Modality, SlapPosition } from '../codes.ts';
import type { GrayImage } from '../images/gray-image.ts';

/** The reader port: whatever stands on the counter, a program above sees only these shapes. */

/** `production` refuses everything that is simulated; handed in by the program, never read from anywhere. */
export type ReaderMode = 'production' | 'demo';

/** What one act of capture asks the person to show. */
export type CaptureTarget = FingerPosition | SlapPosition | EyePosition | 'both-irises' | 'face';

/** Who made the frame. The serial is what the centre's list of equipment knows the device by. */
export interface DeviceIdentity {
  readonly make: string;
  readonly model: string;
  readonly serial: string;
  readonly firmware?: string;
}

export type ReaderStatus = 'ready' | 'busy' | 'not-ready' | 'not-registered';

/** One device that an adapter found. */
export interface ReaderInfo {
  /** Unique over all adapters and stable while the device stays where it is: `sbi:4501:1-1`. */
  readonly id: string;
  readonly identity: DeviceIdentity;
  readonly modality: Modality;
  readonly status: ReaderStatus;
  readonly targets: readonly CaptureTarget[];
  /** Pixels per inch of its frames, where the device says so. */
  readonly ppi?: number;
  readonly preview: boolean;
  /** The device can sign what it delivers. */
  readonly signs: boolean;
  /** True for everything that is not a sensor with a living person before it. */
  readonly simulated: boolean;
}

/** One order to capture. */
export interface CaptureSpec {
  readonly target: CaptureTarget;
  /** Positions that the person does not have or cannot show now; they are neither asked nor delivered. */
  readonly missing?: readonly BodyPosition[];
  /** 0-100; a device may deliver less when the time is over, the frame then says what it scored. */
  readonly requestedQuality?: number;
  readonly timeoutMs: number;
  /** Fresh for each order, 16-50 characters of A-Z a-z 0-9 -; every frame must carry it back. */
  readonly nonce: string;
}

/** Signature of the device over a frame; what it covers is the adapter's protocol. */
export interface FrameSignature {
  readonly algorithm: string;
  /** Compact JWS, or base64 of a raw signature. */
  readonly value: string;
  /** DER certificate or public key of the device, base64. */
  readonly key: string;
}

/** One position as the device delivered it. */
export interface CapturedFrame {
  readonly position: BodyPosition;
  readonly image: GrayImage;
  /** Colour picture of a face (PNG or JPEG bytes), 3:4, for the card. */
  readonly portrait?: Uint8Array;
  /** The ISO/IEC 19794 record, where the device delivered one. */
  readonly record?: Uint8Array;
  /** Time of the device, ISO 8601 in UTC: a claim, like every time of a station. */
  readonly takenAt: string;
  readonly device: DeviceIdentity;
  /** Rises within one open reader; two frames never share one. */
  readonly sequence: number;
  readonly nonce: string;
  readonly signature?: FrameSignature;
  /** Score of the device itself, 0-100; never compared between models. */
  readonly deviceQuality?: number;
  readonly simulated: boolean;
}

/** One picture of the live view; small, unsigned, never stored. */
export interface PreviewFrame {
  readonly image: GrayImage;
  readonly sequence: number;
}

/** One opened device. All failures are `ReaderError`s. */
export interface OpenReader {
  info(signal?: AbortSignal): Promise<ReaderInfo>;
  /** Live view until the signal is aborted, the loop is left or a capture begins; pull by pull, so nothing piles up. */
  preview(target: CaptureTarget, signal: AbortSignal): AsyncIterable<PreviewFrame>;
  /** One frame for each position of the target that is not missing, in the order of `positionsOf`. */
  capture(spec: CaptureSpec, signal?: AbortSignal): Promise<readonly CapturedFrame[]>;
  /** May be called twice. */
  close(): Promise<void>;
}

/** One door to devices: HID, SBI, a folder of files, people who do not exist. */
export interface ReaderAdapter {
  readonly name: string;
  /** The devices that answer now; an adapter without any gives an empty list, not an error. */
  discover(signal?: AbortSignal): Promise<readonly ReaderInfo[]>;
  /** Rejects with `not-found` when no device has this id (any more). */
  open(readerId: string, signal?: AbortSignal): Promise<OpenReader>;
  close(): Promise<void>;
}
