import { modalityOf, type BodyPosition, type Modality } from '../../codes.ts';
import { FINGER_TARGETS, IRIS_TARGETS, modalityOfTarget, positionsOf } from '../capture-target.ts';
import type { CaptureTarget } from '../reader.ts';

/** Names of the Secure Biometric Interface 0.9.5 (MOSIP, IEEE 3167) for what we name otherwise. */
export const SBI_VERSION = '0.9.5';
export const SBI_FIRST_PORT = 4501;
export const SBI_PORTS: readonly number[] = Array.from({ length: 100 }, (_, i) => SBI_FIRST_PORT + i);

export const SBI_TYPE = { finger: 'Finger', iris: 'Iris', face: 'Face' } as const satisfies Record<
  Modality,
  string
>;

export const SBI_STATUS = {
  Ready: 'ready',
  Busy: 'busy',
  'Not Ready': 'not-ready',
  'Not Registered': 'not-registered',
} as const;
export type SbiStatus = keyof typeof SBI_STATUS;

/** `bioSubType` of each position; a face has none. */
export const SBI_SUBTYPE = {
  'right-thumb': 'Right Thumb',
  'right-index': 'Right IndexFinger',
  'right-middle': 'Right MiddleFinger',
  'right-ring': 'Right RingFinger',
  'right-little': 'Right LittleFinger',
  'left-thumb': 'Left Thumb',
  'left-index': 'Left IndexFinger',
  'left-middle': 'Left MiddleFinger',
  'left-ring': 'Left RingFinger',
  'left-little': 'Left LittleFinger',
  'right-iris': 'Right',
  'left-iris': 'Left',
} as const satisfies Record<Exclude<BodyPosition, 'face'>, string>;

/** `deviceSubId`: 1 left slap or iris, 2 right, 3 thumbs or both eyes, 0 no difference. */
export function subIdOf(target: CaptureTarget): '0' | '1' | '2' | '3' {
  if (target === 'face') return '0';
  if (target === 'two-thumbs' || target === 'both-irises' || target.endsWith('-thumb')) return '3';
  return target.startsWith('left') ? '1' : '2';
}

export function subTypesOf(positions: readonly BodyPosition[]): string[] {
  return positions.flatMap((position) => (position === 'face' ? [] : [SBI_SUBTYPE[position]]));
}

/** The position of a `bioType` and `bioSubType`, or undefined for a name that is none of ours (`UNKNOWN`). */
export function positionOf(bioType: string, subType: string | undefined): BodyPosition | undefined {
  if (bioType === 'Face') return 'face';
  const found = Object.entries(SBI_SUBTYPE).find(([, name]) => name === subType)?.[0] as
    BodyPosition | undefined;
  return found !== undefined && SBI_TYPE[modalityOf(found)] === bioType ? found : undefined;
}

/** What a device of this kind can be asked for. */
export function targetsOf(modality: Modality, deviceSubType: string): readonly CaptureTarget[] {
  if (modality === 'face') return ['face'];
  const all = modality === 'finger' ? FINGER_TARGETS : IRIS_TARGETS;
  const many = deviceSubType === 'Slap' || deviceSubType === 'Touchless' || deviceSubType === 'Double';
  return many ? all : all.filter((target) => positionsOf(target).length === 1);
}

/** One entry of `bio` in a registration capture request. */
export interface SbiBioOrder {
  readonly type: string;
  readonly count: string;
  readonly bioSubType: readonly string[];
  readonly exception: readonly string[];
  readonly requestedScore: string;
  readonly deviceId: string;
  readonly deviceSubId: string;
  readonly previousHash: string;
}

/** What to ask a device for: only what is wanted, what is missing as exceptions. */
export function bioOrder(
  target: CaptureTarget,
  missing: readonly BodyPosition[],
): Pick<SbiBioOrder, 'type' | 'count' | 'bioSubType' | 'exception' | 'deviceSubId'> {
  const wanted = positionsOf(target, missing);
  const absent = positionsOf(target).filter((position) => missing.includes(position));
  return {
    type: SBI_TYPE[modalityOfTarget(target)],
    count: String(wanted.length),
    bioSubType: subTypesOf(wanted),
    exception: subTypesOf(absent),
    deviceSubId: subIdOf(target),
  };
}
