import { fingerThreshold, matchFingers } from './fingerprint/match-fingers.ts';
import { createFingerGallery } from './gallery/finger-gallery.ts';
import { createIrisGallery, type IrisGalleryOptions } from './gallery/iris-gallery.ts';
import type { GrayImage } from './images/gray-image.ts';
import { irisThreshold } from './iris/iris-calibration.ts';
import { matchIris } from './iris/iris-distance.ts';
import { loadEngine } from './modality-engine.ts';
import type { EnginePool } from './pool/engine-pool.ts';
import { modalityOf, type BodyPosition, type FingerPosition } from './codes.ts';
import type {
  BiometricTemplate,
  Extraction,
  IdentityCandidate,
  MatchedModality,
  MatcherPort,
  PlacedTemplate,
  Verification,
} from './matcher-port.ts';

/** The rates between which the calibrations are asked; rarer ones are reported as the rarest. */
const [RAREST, MOST_COMMON] = [1e-6, 0.1];

const ENGINES = {
  iris: { match: matchIris, threshold: irisThreshold },
  finger: { match: matchFingers, threshold: fingerThreshold },
} as const;

interface Person {
  readonly eyes: readonly { readonly id: string; readonly position: BodyPosition }[];
}

interface Found {
  readonly position: BodyPosition;
  readonly modality: MatchedModality;
  readonly score: number;
}

export interface EmbeddedMatcherOptions {
  readonly gallery?: IrisGalleryOptions;
  /** Threads for extraction, so that a server stays awake meanwhile; without them it runs in the caller's. */
  readonly pool?: Pick<EnginePool, 'extract'>;
}

/** Our own engine behind the port, with its gallery in memory: fill it from the stored templates at start. */
export function createEmbeddedMatcher(options: EmbeddedMatcherOptions = {}): MatcherPort {
  const people = new Map<string, Person>();
  const irises = createIrisGallery(options.gallery);
  const fingers = createFingerGallery();
  const ownerOfEye = new Map<string, { personId: string; position: BodyPosition }>();

  async function extract(modality: MatchedModality, image: GrayImage): Promise<Extraction> {
    const made = options.pool
      ? (await options.pool.extract({ modality, image })).result
      : (await loadEngine(modality)).extract(image, undefined);
    if (!made.ok) return made;
    const { template, quality, reasons } = made;
    return { ok: true, template: { modality, bytes: template }, quality, reasons };
  }

  function remove(personId: string): boolean {
    for (const { id } of people.get(personId)?.eyes ?? []) {
      irises.remove(id);
      ownerOfEye.delete(id);
    }
    fingers.remove(personId);
    return people.delete(personId);
  }

  function insert(personId: string, templates: readonly PlacedTemplate[]): void {
    remove(personId);
    const eyes = templates
      .filter(({ modality }) => modality === 'iris')
      .map(({ position, bytes }, i) => ({ id: `${personId}#${i}`, position, bytes }));
    for (const { id, position, bytes } of eyes) {
      if (irises.insert(id, bytes)) ownerOfEye.set(id, { personId, position });
    }
    for (const { modality, position, bytes } of templates) {
      if (modality === 'finger') fingers.insert(personId, position as FingerPosition, bytes);
    }
    people.set(personId, { eyes });
  }

  /** Eyes are searched without regard to left and right: stations mix them up more often than one would think. */
  async function eyesNear(probe: PlacedTemplate, top: number, found: Map<string, Found[]>): Promise<void> {
    for (const { id, score } of await irises.search(probe.bytes, 2 * top)) {
      const owner = ownerOfEye.get(id);
      if (owner) note(found, owner.personId, { position: probe.position, modality: 'iris', score });
    }
  }

  /** Everybody's finger of that position through the sieve, or only that of people whom an iris named already. */
  async function fingersNear(probe: PlacedTemplate, top: number, found: Map<string, Found[]>, only: boolean) {
    if (modalityOf(probe.position) !== 'finger') return;
    const { position, bytes } = probe as { position: FingerPosition; bytes: Uint8Array };
    const among = only ? new Set(found.keys()) : undefined;
    for (const { id, score } of await fingers.search(
      { position, template: bytes },
      only ? found.size : top,
      among,
    ))
      note(found, id, { position, modality: 'finger', score });
  }

  async function identify(probes: readonly PlacedTemplate[], top: number): Promise<IdentityCandidate[]> {
    const found = new Map<string, Found[]>();
    const eyes = probes.filter(({ modality }) => modality === 'iris');
    for (const eye of eyes) await eyesNear(eye, top, found);
    for (const probe of probes) {
      if (probe.modality === 'finger') await fingersNear(probe, 2 * top, found, eyes.length > 0);
    }
    return [...found]
      .map(([personId, scores]) => candidateOf(personId, scores))
      .sort((a, b) => a.falseMatchRate - b.falseMatchRate || best(b) - best(a))
      .slice(0, top);
  }

  return {
    quality: async (modality, image) => {
      const made = await extract(modality, image);
      return made.ok
        ? { usable: true, score: made.quality, reasons: made.reasons }
        : { usable: false, score: 0, reasons: [made.reason] };
    },
    extract,
    verify: async (probe, reference, rate) => verify(probe, reference, rate),
    insert: async (personId, templates) => insert(personId, templates),
    delete: (personId) => Promise.resolve(remove(personId)),
    identify,
  };
}

function verify(
  probe: BiometricTemplate,
  reference: BiometricTemplate,
  falseMatchRate: number,
): Verification {
  if (probe.modality !== reference.modality) {
    throw new RangeError(`a ${probe.modality} cannot be compared with a ${reference.modality}`);
  }
  const { match, threshold: thresholdOf } = ENGINES[probe.modality];
  const threshold = thresholdOf(falseMatchRate);
  const score = match(probe.bytes, reference.bytes);
  return { score, threshold, same: score >= threshold };
}

/** The best score of each finger or eye of the probe counts. */
function note(found: Map<string, Found[]>, personId: string, score: Found): void {
  const scores = found.get(personId) ?? [];
  const known = scores.findIndex(({ position }) => position === score.position);
  if (known < 0) scores.push(score);
  else if ((scores[known] as Found).score < score.score) scores[known] = score;
  found.set(personId, scores);
}

/** Different fingers and eyes of strangers are alike independently of each other, so their rates multiply. */
function candidateOf(personId: string, found: readonly Found[]): IdentityCandidate {
  const falseMatchRate = found.reduce((rate, { modality, score }) => rate * rateOf(modality, score), 1);
  return { personId, falseMatchRate, scores: found.map(({ position, score }) => ({ position, score })) };
}

/** The false-match rate whose threshold a score just reaches, by halving; 1 below the most common calibrated rate. */
function rateOf(modality: MatchedModality, score: number): number {
  const { threshold } = ENGINES[modality];
  if (score < threshold(MOST_COMMON)) return 1;
  let [rare, common] = [Math.log(RAREST), Math.log(MOST_COMMON)];
  if (score >= threshold(RAREST)) return RAREST;
  for (let i = 0; i < 30; i++) {
    const middle = (rare + common) / 2;
    if (score >= threshold(Math.exp(middle))) common = middle;
    else rare = middle;
  }
  return Math.exp(common);
}

function best({ scores }: IdentityCandidate): number {
  return Math.max(...scores.map(({ score }) => score));
}
