import { createHash } from 'node:crypto';
import { modalityOf, MODALITIES, type BodyPosition, type Modality } from '../../codes.ts';
import { CAPTURE_TARGETS, modalityOfTarget, positionsOf } from '../capture-target.ts';
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
import { readSampleFile } from './sample-file.ts';
import { readSampleFolder, type SampleFolder } from './sample-folder.ts';

export interface FileReaderOptions {
  readonly mode: ReaderMode;
  readonly time: ReaderTime;
  /** Folder with images and ISO records named by position. */
  readonly folder: string;
  /** Pretended time of a capture in milliseconds. */
  readonly captureMs?: number;
}

const PREVIEW_INTERVAL_MS = 100;

/**
 * A folder that plays finger reader, iris camera and camera. The n-th capture of a position takes
 * its n-th file and begins again after the last. Simulated, so production refuses it.
 */
export function createFileAdapter(options: FileReaderOptions): ReaderAdapter {
  if (options.mode === 'production') {
    throw new ReaderError('simulator-refused', 'capturing from files is not allowed in production');
  }
  const takes = new Map<BodyPosition, number>();
  const discover = async (): Promise<readonly ReaderInfo[]> =>
    describeFolder(options.folder, await list(options.folder));
  return {
    name: 'file',
    discover,
    open: async (readerId) => {
      const opened = (await discover()).find((reader) => reader.id === readerId);
      if (opened === undefined) throw new ReaderError('not-found', readerId);
      return guardReader(fileCore(opened, options, takes), { ...options, opened });
    },
    close: async () => undefined,
  };
}

/** A folder that is not there has no devices. */
async function list(folder: string): Promise<SampleFolder> {
  return await readSampleFolder(folder).catch(() => new Map());
}

function describeFolder(folder: string, samples: SampleFolder): readonly ReaderInfo[] {
  const serial = `FOLDER-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`;
  const shown = (target: CaptureTarget): boolean =>
    positionsOf(target).some((position) => samples.has(position));
  return MODALITIES.filter((modality) =>
    [...samples.keys()].some((position) => modalityOf(position) === modality),
  ).map((modality: Modality) => ({
    id: `file:${modality}`,
    identity: { make: 'Simulated', model: 'Folder of samples', serial },
    modality,
    status: 'ready',
    targets: CAPTURE_TARGETS.filter((target) => modalityOfTarget(target) === modality && shown(target)),
    preview: true,
    signs: false,
    simulated: true,
  }));
}

function fileCore(
  info: ReaderInfo,
  options: FileReaderOptions,
  takes: Map<BodyPosition, number>,
): ReaderCore {
  const { time, folder, captureMs = 0 } = options;
  let sequence = time.now();
  const frame = async (position: BodyPosition, spec: CaptureSpec): Promise<CapturedFrame> => {
    const files = (await list(folder)).get(position);
    if (files === undefined) throw new ReaderError('not-found', `the folder has no file for ${position}`);
    const take = takes.get(position) ?? 0;
    takes.set(position, take + 1);
    return {
      position,
      ...(await readSampleFile(files[take % files.length]!, position)),
      takenAt: timeStamp(time),
      device: info.identity,
      sequence: sequence++,
      nonce: spec.nonce,
      simulated: true,
    };
  };
  return {
    info: async () => info,
    preview: (target, signal) => showFiles({ folder, time, target, signal }),
    capture: async (spec, signal) => {
      await time.sleep(captureMs, signal);
      const frames: CapturedFrame[] = [];
      for (const position of positionsOf(spec.target, spec.missing)) frames.push(await frame(position, spec));
      return frames;
    },
    close: async () => undefined,
  };
}

async function* showFiles(view: {
  readonly folder: string;
  readonly time: ReaderTime;
  readonly target: CaptureTarget;
  readonly signal: AbortSignal;
}): AsyncGenerator<PreviewFrame> {
  const samples = await list(view.folder);
  const position = positionsOf(view.target).find((name) => samples.has(name));
  if (position === undefined) throw new ReaderError('not-found', `the folder has no file for ${view.target}`);
  const { image } = await readSampleFile(samples.get(position)![0]!, position);
  for (let sequence = 0; !view.signal.aborted; sequence++) {
    yield { image, sequence };
    await view.time.sleep(PREVIEW_INTERVAL_MS, view.signal);
  }
}
