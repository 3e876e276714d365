import { FINGER_POSITIONS, EYE_POSITIONS, type BodyPosition } from '../../../codes.ts';
import type { SyntheticPerson } from '../../simulators/synthetic-person.ts';
import type { JsonObject } from '../json-fields.ts';
import { SBI_STATUS, type SbiStatus } from '../sbi-names.ts';
import { isSimulatorFault } from './faults.ts';
import type { SimulatedDevice } from './simulated-device.ts';

const LONGEST_DELAY_MS = 120_000;
const MOST_FAULTS = 1_000;

/**
 * What `POST /admin` changes: any of `status`, `delayMs`, `severity`, `score`, `faults` (a list, one
 * per capture) and `persona` (`{seed, missing}`). Returns the reason when something is not understood;
 * nothing is changed then.
 */
export function applyAdmin(
  device: SimulatedDevice,
  change: JsonObject,
  person: (seed: string) => SyntheticPerson,
): string | undefined {
  const wrong = Object.entries(change).find(([name, value]) => !(CHECKS[name]?.(value) ?? false));
  if (wrong !== undefined) return `${wrong[0]} is not understood`;
  const { status, delayMs, severity, score, faults, persona } = change;
  if (status !== undefined) device.status = status as SbiStatus;
  if (delayMs !== undefined) device.delayMs = delayMs as number;
  if (severity !== undefined) device.severity = severity as number;
  if (score !== undefined) device.score = (score as number | null) ?? undefined;
  if (faults !== undefined) device.faults.splice(0, Infinity, ...(faults as SimulatedDevice['faults']));
  if (persona !== undefined) {
    const { seed, missing = [] } = persona as { seed: string; missing?: readonly BodyPosition[] };
    device.person = person(seed);
    device.missing = missing;
  }
  return undefined;
}

/** What `GET /admin` shows. */
export function adminState(device: SimulatedDevice): JsonObject {
  const { modality, port, serial, status, delayMs, severity, score, faults, person, missing } = device;
  return {
    modality,
    port,
    serial,
    status,
    delayMs,
    severity,
    score,
    faults,
    persona: { seed: person.seed, missing },
  };
}

const within = (value: unknown, low: number, high: number): boolean =>
  typeof value === 'number' && value >= low && value <= high;

const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  status: (value) => typeof value === 'string' && value in SBI_STATUS,
  delayMs: (value) => within(value, 0, LONGEST_DELAY_MS),
  severity: (value) => within(value, 0, 1),
  score: (value) => value === null || within(value, 0, 100),
  faults: (value) => Array.isArray(value) && value.length <= MOST_FAULTS && value.every(isSimulatorFault),
  persona: isPersona,
};

function isPersona(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { seed, missing = [] } = value as JsonObject;
  const known: readonly unknown[] = [...FINGER_POSITIONS, ...EYE_POSITIONS, 'face'];
  const named = typeof seed === 'string' && seed.length > 0 && seed.length <= 200;
  return named && Array.isArray(missing) && missing.every((position) => known.includes(position));
}
