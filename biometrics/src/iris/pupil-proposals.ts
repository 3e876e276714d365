import type { GrayImage } from '../images/gray-image.ts';
import { nearlySame, type Circle } from './circle.ts';
import { darkComponents } from './dark-components.ts';
import { radialSymmetry } from './radial-symmetry.ts';
import { integroDifferential } from './integro-differential.ts';

export type ProposalSource = 'dark-component' | 'radial-symmetry' | 'integro-differential';
export interface PupilProposal {
  readonly circle: Circle;
  readonly source: ProposalSource;
}

/**
 * Where the pupil may be, by three methods that fail on different images: dark round areas (fail on
 * lashes and low contrast), gradients that meet in a point (fail on half-covered pupils), and the ring
 * with the largest step in brightness (fails on lamps). Circles that agree are kept once.
 */
export function proposePupils(tiny: GrayImage): PupilProposal[] {
  const all = [
    ...tag(darkComponents(tiny), 'dark-component'),
    ...tag(radialSymmetry(tiny), 'radial-symmetry'),
    ...tag(integroDifferential(tiny), 'integro-differential'),
  ];
  const kept: PupilProposal[] = [];
  for (const proposal of all) {
    if (!kept.some((other) => nearlySame(other.circle, proposal.circle))) kept.push(proposal);
  }
  return kept;
}

function tag(circles: readonly Circle[], source: ProposalSource): PupilProposal[] {
  return circles.map((circle) => ({ circle, source }));
}
