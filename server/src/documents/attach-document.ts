import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { DOCUMENT_TYPES } from '@permit/domain/catalogue/document-type.ts';
import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import {
  caseKey,
  findApplication,
  lockApplication,
  type Application,
} from '../applications/application-store.ts';
import { serviceOf } from '../applications/service-of.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { newPublicId, sha256 } from '../ids.ts';
import type { PersonKey } from '../vault/person-vault.ts';
import { claimCasePaper, type StoredCasePaper } from './case-paper-file.ts';
import { describeDocument } from './document-store.ts';
import { insertPages } from './document-pages.ts';
import type { Taken } from './intake/examined.ts';

/** The bytes as they came are not looked at again: what the intake made of them is kept. */
type Input = Omit<InputOf<typeof filingApi.attachDocument>, 'bytes'>;

/**
 * Keeps a paper that the intake has decoded and encoded anew, sealed under the worker's key. A newer paper of one kind takes the place of the older, which is kept.
 */
export async function attachDocument(
  tx: Tx,
  input: Input,
  paperOf: (application: Application) => Promise<StoredCasePaper> | StoredCasePaper,
): Promise<OutputOf<typeof filingApi.attachDocument>> {
  const application = await lockApplication(tx.db, input.applicationId);
  if (!application) throw notFound();
  const { kind, issued, expires } = input;
  requireOpen(application, kind);
  requireIssued(tx, issued);
  const paper = await paperOf(application);
  if (input.kind === 'photo' && paper.taken.mime === 'application/pdf')
    throw new ApiError('image-refused', { detailCode: 'photo-must-be-a-picture' });
  await tx
    .db('documents')
    .where({ application_id: application.id, kind: input.kind })
    .whereNull('replaced_at')
    .update({ replaced_at: tx.db.fn.now() });
  const publicId = await storeDocument(tx, application, { kind, issued, expires }, paper);
  return (await describeDocument(tx.db, publicId))!;
}

/** A paper of tomorrow is a slip of the pen, most often a year of the other era. */
function requireIssued({ deps }: Tx, issued: string | undefined): void {
  if (issued !== undefined && issued > bangkokDate(deps.clock.business()))
    throw new ApiError('invalid-input', { detailCode: 'issued-in-the-future' });
}

/** What is said of a paper by whoever brings it. */
interface SaidOfPaper {
  readonly kind: string;
  readonly issued?: string | undefined;
  readonly expires?: string | undefined;
}

/** Keeps one paper of a case that is stored already; answers its public id. */
export async function storeDocument(
  tx: Tx,
  application: Application,
  { kind, issued, expires }: SaidOfPaper,
  paper: StoredCasePaper,
): Promise<string> {
  const { documentId: id, taken: examined, blobKey, pages } = paper;
  // Sealed for one worker, it is no paper of another.
  if (paper.personId !== application.workerPerson) throw new ApiError('conflict');
  await claimCasePaper(tx, paper);
  const publicId = newPublicId();
  await tx.db('documents').insert({
    id,
    public_id: publicId,
    application_id: application.id,
    person_id: application.workerPerson,
    kind,
    mime: examined.mime,
    bytes: examined.bytes.length,
    pages: examined.pages ? pages.length : null,
    sha256: sha256(examined.bytes),
    original_sha256: Buffer.from(examined.originalSha256),
    scanned_by: examined.scannedBy ?? 'none',
    blob_key: blobKey,
    measures: JSON.stringify(measuresOf(kind, examined)),
    issued_on: issued ?? null,
    expires_on: expires ?? null,
    seen_as: examined.seenAs ?? null,
    added_by: tx.caller.personId ?? null,
  });
  await insertPages(tx, id, pages);
  const fact = { act: 'document-attached', subjectKind: 'document', subjectId: publicId, purpose: 'filing' };
  await recordAudit(tx, { ...fact, applicationId: application.id, detail: { kind } });
  return publicId;
}

/** The key that a paper of this case is sealed under; undefined where the caller sees no case or its person was erased. */
export async function keyForPaper(
  tx: Tx,
  { applicationId }: { readonly applicationId: string },
): Promise<PersonKey | undefined> {
  const application = await findApplication(tx.db, applicationId);
  return application?.workerKeyWrapped ? caseKey(tx.deps.keys, application) : undefined;
}

/** Papers are taken in a draft, and after a return only those that were asked for. */
function requireOpen(application: Application, kind: string): void {
  if (!(DOCUMENT_TYPES as readonly string[]).includes(kind))
    throw new ApiError('invalid-input', { detailCode: 'document-kind-unknown' });
  if (application.state === 'draft') return;
  const demands = serviceOf(application).documents;
  const asked = application.requested.some(({ item }) => {
    const name = item.replace(/^documents\./, '');
    // A demand is sent back by its own name, and any paper that answers it is open.
    return name === kind || name === 'documents' || demands[name]?.anyOf.some((type) => type === kind);
  });
  if (application.state !== 'needs-documents') throw new ApiError('wrong-state');
  if (!asked) throw new ApiError('refused', { detailCode: 'item-not-open' });
}

const measuresOf = (kind: string, { portrait }: Taken): object =>
  kind === 'photo' && portrait ? { portrait } : {};
