import { FINGER_POSITIONS, type EyePosition } from '../../../codes.ts';
import type { SyntheticPerson } from '../../simulators/synthetic-person.ts';
import type { SensorPicture } from './open-capture-device.ts';

const EYES: Readonly<Record<number, EyePosition>> = { 0x21: 'right-iris', 0x22: 'left-iris' };
const GOOD = 80;

/** A sensor before which somebody stands who does not exist. */
export function personSensor(
  person: SyntheticPerson,
): (code: number, take: number) => SensorPicture | undefined {
  return (code, take) => {
    const finger = FINGER_POSITIONS[code - 1];
    const eye = EYES[code];
    if (finger === undefined && eye === undefined) return undefined;
    const image = finger === undefined ? person.eye(eye!, { take }) : person.finger(finger, { take });
    const { width, height, pixels, ppi = 0 } = image;
    return { width, height, pixels, ppi, quality: GOOD };
  };
}
