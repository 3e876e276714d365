import { matchFingers } from '@permit/biometrics/fingerprint/match-fingers.ts';
import { matchIris } from '@permit/biometrics/iris/iris-distance.ts';
import { EYE_POSITIONS, FINGER_POSITIONS } from '@permit/biometrics/codes.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { stationsApi } from '@permit/domain/contract/stations-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, inTransaction, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import type { Around } from '../http/route.ts';
import { newId, newPublicId } from '../ids.ts';
import { findStationOfAccount } from '../stations/station-store.ts';
import { openBytes, personKey } from '../vault/person-vault.ts';
import { findVisit, type Visit } from '../visits/visit-store.ts';
import { extractTemplate, type ExtractedTemplate } from './extract-templates.ts';
import type { TemplateEngine } from './template-engine.ts';
import { verifyThreshold } from './thresholds.ts';

type Input = InputOf<typeof stationsApi.verifyPerson>;
type Output = OutputOf<typeof stationsApi.verifyPerson>;

const MATCH = { iris: matchIris, finger: matchFingers } as const;

/**
 * 1:1 on the server (decisions.md 13): the live samples against the templates that were enrolled for this case's
 * worker, position by position. One position that passes is enough; every try is recorded. The pictures are read
 * between two transactions, so that no connection and no lock waits for the engine.
 */
export async function verifyPerson(engine: TemplateEngine, around: Around, input: Input): Promise<Output> {
  const { deps, caller, requestId } = around;
  const asCaller = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(deps, caller, requestId, work);
  await asCaller((tx) => visitAtStation(tx, input));
  const live: ExtractedTemplate[] = [];
  for (const { position, base64 } of input.samples) {
    const modality = modalityOf(position);
    const sample = modality && { modality, position, bytes: Buffer.from(base64, 'base64') };
    const template = sample && (await extractTemplate(engine, sample));
    if (template) live.push(template);
  }
  return asCaller((tx) => compare(tx, input, live));
}

async function visitAtStation(tx: Tx, { visitId }: Input): Promise<{ visit: Visit; stationId: string }> {
  const visit = await findVisit(tx.db, visitId);
  const station = await findStationOfAccount(tx.db, tx.caller.accountId ?? '');
  if (!visit || !station) throw notFound();
  if (station.revoked) throw new ApiError('not-permitted', { detailCode: 'station-revoked' });
  return { visit, stationId: station.id };
}

async function compare(tx: Tx, input: Input, live: readonly ExtractedTemplate[]): Promise<Output> {
  const { visit, stationId } = await visitAtStation(tx, input);
  const best = live.length === 0 ? undefined : await bestComparison(tx, visit, live);
  if (!best)
    return {
      verified: false,
      modality: 'none',
      reason: live.length === 0 ? 'no-usable-sample' : 'nothing-enrolled',
    };
  return record(tx, { visit, stationId, best });
}

function modalityOf(position: string): 'iris' | 'finger' | undefined {
  if ((EYE_POSITIONS as readonly string[]).includes(position)) return 'iris';
  return (FINGER_POSITIONS as readonly string[]).includes(position) ? 'finger' : undefined;
}

interface Comparison {
  readonly modality: 'iris' | 'finger';
  readonly position: string;
  readonly score: number;
  readonly verified: boolean;
}

async function bestComparison(
  tx: Tx,
  visit: Visit,
  live: readonly ExtractedTemplate[],
): Promise<Comparison | undefined> {
  const rows = await asJob(tx, () =>
    tx
      .db('biometric_templates as t')
      .join('captures as c', 'c.id', 't.capture_id')
      .where({ 't.person_id': visit.workerPerson, 'c.state': 'cleared' })
      // A held or rejected capture is searched, but nobody is verified against it.
      .whereNotNull('t.enrolment_no')
      .whereNull('t.retired_at')
      .select<{ modality: 'iris' | 'finger'; position: string; sealed: Buffer }[]>(
        't.modality',
        't.position',
        't.sealed',
      ),
  );
  if (!visit.workerKeyWrapped) return undefined;
  const key = personKey(tx.deps.keys, visit.workerPerson, visit.workerKeyWrapped);
  const comparisons = live.flatMap((sample) =>
    rows
      .filter(({ modality, position }) => modality === sample.modality && position === sample.position)
      .map(({ modality, position, sealed }) => {
        const score = MATCH[modality](sample.bytes, openBytes(key, 'template', sealed));
        return { modality, position, score, verified: score >= verifyThreshold[modality]() };
      }),
  );
  return comparisons.find(({ verified }) => verified) ?? comparisons[0];
}

async function record(
  tx: Tx,
  { visit, stationId, best }: { visit: Visit; stationId: string; best: Comparison },
): Promise<Output> {
  const publicId = newPublicId();
  await tx.db('verifications').insert({
    id: newId(),
    public_id: publicId,
    visit_id: visit.id,
    application_id: visit.applicationId,
    station_id: stationId,
    ...best,
  });
  const fact = {
    act: 'person-verified',
    subjectKind: 'visit',
    subjectId: visit.publicId,
    purpose: 'hand-over',
  };
  await recordAudit(tx, {
    ...fact,
    applicationId: visit.applicationId,
    detail: { verified: best.verified, modality: best.modality },
  });
  if (!best.verified) return { verified: false, modality: best.modality, reason: 'not-the-same' };
  return { verified: true, verificationId: publicId, modality: best.modality };
}
