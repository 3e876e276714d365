import sharp from 'sharp';
import {
  modalityOf,
  SLAP_FINGERS,
  type BodyPosition,
  type EyePosition,
  type FingerPosition,
  type Modality,
  type SlapPosition,
} from '../../codes.ts';
import { grayImage, type GrayImage } from '../../images/gray-image.ts';
import { FINGER_TARGETS, IRIS_TARGETS, positionsOf } from '../capture-target.ts';
import { guardReader, type ReaderCore } from '../guard-reader.ts';
import { ReaderError } from '../reader-error.ts';
import { timeStamp, type ReaderTime } from '../reader-time.ts';
import type {
  CapturedFrame,
  CaptureSpec,
  CaptureTarget,
  PreviewFrame,
  ReaderAdapter,
  ReaderInfo,
  ReaderMode,
} from '../reader.ts';
import { slapPicture } from './slap-picture.ts';
import { MOVED, shownInstead, type Mishap } from './mishaps.ts';
import { syntheticPerson, type SyntheticPerson } from './synthetic-person.ts';

export interface SyntheticReaderOptions {
  readonly mode: ReaderMode;
  readonly time: ReaderTime;
  /** Who stands at the counter now; asked again for every capture, so the next person is another seed. */
  readonly person: () => SyntheticPerson;
  /** 0-1 for every picture: how badly fingers and eyes are shown. */
  readonly severity?: number;
  /** What the person does not have: asked for without an exception, the count is wrong. */
  readonly missing?: readonly BodyPosition[];
  /** What goes wrong with each coming capture, used up one by one; nothing when it is empty. */
  readonly mishaps?: (Mishap | 'none')[];
  /** How long a capture takes, as a person needs time to put a finger down. */
  readonly captureMs?: number;
}

const DEVICES = {
  finger: { model: 'Ten-finger simulator', serial: 'SYN-FINGER-1', targets: FINGER_TARGETS, ppi: 500 },
  iris: { model: 'Two-eye simulator', serial: 'SYN-IRIS-1', targets: IRIS_TARGETS },
  face: { model: 'Camera simulator', serial: 'SYN-FACE-1', targets: ['face'] },
} as const satisfies Record<
  Modality,
  { model: string; serial: string; targets: readonly CaptureTarget[]; ppi?: number }
>;
const PREVIEW_INTERVAL_MS = 66;

/**
 * Three simulated devices before which a person stands who does not exist. Every frame says
 * `simulated`; production refuses to build it (`simulator-refused`).
 */
export function createSyntheticAdapter(options: SyntheticReaderOptions): ReaderAdapter {
  if (options.mode === 'production') {
    throw new ReaderError('simulator-refused', 'synthetic people are not allowed in production');
  }
  const readers = (Object.keys(DEVICES) as Modality[]).map(describe);
  return {
    name: 'synthetic',
    discover: async () => readers,
    open: async (readerId) => {
      const opened = readers.find((reader) => reader.id === readerId);
      if (opened === undefined) throw new ReaderError('not-found', readerId);
      return guardReader(syntheticCore(opened, options), { ...options, opened });
    },
    close: async () => undefined,
  };
}

function describe(modality: Modality): ReaderInfo {
  const { model, serial, targets, ...rest } = DEVICES[modality];
  return {
    id: `synthetic:${modality}`,
    identity: { make: 'Simulated', model, serial },
    modality,
    status: 'ready',
    targets,
    preview: true,
    signs: false,
    simulated: true,
    ...rest,
  };
}

function syntheticCore(info: ReaderInfo, options: SyntheticReaderOptions): ReaderCore {
  const { person, time, captureMs = 300, missing = [], mishaps = [], severity } = options;
  // Numbers go on rising when the adapter is started again.
  let sequence = time.now();
  let take = 0;
  let last: BodyPosition | undefined;
  const frame = async (
    position: BodyPosition,
    spec: CaptureSpec,
    mishap: Mishap | undefined,
  ): Promise<CapturedFrame> => {
    const knobs = {
      take: take++,
      ...(severity === undefined ? {} : { severity }),
      ...(mishap === 'moved' ? MOVED : {}),
    };
    const shown = await show(person(), shownInstead(mishap, position, last), knobs);
    return {
      position,
      ...shown,
      takenAt: timeStamp(time),
      device: info.identity,
      sequence: sequence++,
      nonce: spec.nonce,
      simulated: true,
    };
  };
  return {
    info: async () => info,
    preview: (target, signal) => live({ person, time, target, signal }),
    capture: async (spec, signal) => {
      const next = mishaps.shift();
      const mishap = next === 'none' ? undefined : next;
      await time.sleep(mishap === 'nobody-there' ? spec.timeoutMs : captureMs, signal);
      if (mishap === 'nobody-there') throw new ReaderError('timeout', 'nobody was there');
      const frames: CapturedFrame[] = [];
      for (const position of positionsOf(spec.target, spec.missing)) {
        if (missing.includes(position)) continue;
        frames.push(await frame(position, spec, mishap));
        // A finger may take a second to grow: whoever waits for a sign of life gets it in between.
        await time.sleep(0, signal);
      }
      last = frames.at(-1)?.position;
      return frames;
    },
    close: async () => undefined,
  };
}

interface View {
  readonly person: () => SyntheticPerson;
  readonly time: ReaderTime;
  readonly target: CaptureTarget;
  readonly signal: AbortSignal;
}

async function* live(view: View): AsyncGenerator<PreviewFrame> {
  const { time, signal } = view;
  for (let sequence = 0; !signal.aborted; sequence++) {
    yield { image: await lookAt(view, sequence), sequence };
    await time.sleep(PREVIEW_INTERVAL_MS, signal);
  }
}

/** All fingers of a slap in one picture; of two eyes one after the other. */
async function lookAt({ person, time, target, signal }: View, take: number): Promise<GrayImage> {
  const positions = positionsOf(target);
  const shown = person();
  if (!(target in SLAP_FINGERS))
    return (await show(shown, positions[take % positions.length]!, { take })).image;
  for (const position of positions) {
    // Grown one by one, with signs of life in between.
    shown.finger(position as FingerPosition, { take });
    await time.sleep(0, signal);
  }
  return slapPicture(shown, target as SlapPosition, { take });
}

async function show(
  person: SyntheticPerson,
  position: BodyPosition,
  knobs: { readonly take: number; readonly severity?: number },
): Promise<{ readonly image: GrayImage; readonly portrait?: Uint8Array }> {
  if (position === 'face') {
    const portrait = await person.face(knobs);
    return { image: await grayOf(portrait), portrait };
  }
  if (modalityOf(position) === 'iris') return { image: person.eye(position as EyePosition, knobs) };
  return { image: person.finger(position as FingerPosition, knobs) };
}

async function grayOf(picture: Uint8Array): Promise<GrayImage> {
  const { data, info } = await sharp(picture).grayscale().raw().toBuffer({ resolveWithObject: true });
  return grayImage(info.width, info.height, new Uint8Array(data));
}

/** The usual person of a demonstration. */
export function onePerson(seed: string): () => SyntheticPerson {
  const person = syntheticPerson(seed);
  return () => person;
}
