import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { workProofOf, type WorkProof } from '@permit/domain/catalogue/work-proof.ts';
import type { PermitState } from '@permit/domain/machines/permit-machine.ts';
import { isNationality, nationalityName } from '@permit/domain/people/nationality.ts';
import { findApplication } from '../applications/application-store.ts';
import { countedFilingOf } from '../applications/counted-filing.ts';
import { filedAt } from '../applications/filed-at.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { previousPermitOf } from '../permits/previous-permit.ts';
import { permitPeriod } from '../permits/permit-period.ts';
import { countedFilingTexts } from '@permit/domain/texts/counted-filing-texts.ts';
import { previousPermitTexts } from '@permit/domain/texts/previous-permit-texts.ts';
import { LANGUAGES, type Language, type WorkerText } from '@permit/domain/texts/text.ts';
import { paperProof, type ProofFacts } from './sign-paper.ts';
import { paperCaseOf, sharedParts, type PaperCase } from './paper-case.ts';
import type { PaperDraft } from './paper-draft.ts';

interface PermitRow {
  permit_no: string;
  state: PermitState;
  valid_from: string;
  valid_to: string;
  qr: string;
}

export interface ProofOfWork {
  readonly kind: 'may-work' | 'interim-permit';
  readonly proof: WorkProof;
  readonly permit: PermitRow | undefined;
}

const ENDED = new Set(['draft', 'refused', 'withdrawn', 'expired', 'closed-unanswered']);

/**
 * Which proof of work the case gives today; undefined before the moment that the data of service and round names, and
 * once the card is in the hand. Payment alone gives nothing.
 */
export async function proofOfWork(
  tx: Tx,
  { application, service, draft }: PaperCase,
): Promise<ProofOfWork | undefined> {
  const permit = await tx
    .db('permits')
    .where('application_id', application.id)
    .first<PermitRow | undefined>();
  if (permit && permit.state !== 'temporary') return undefined;
  const paid = await tx
    .db('bills')
    .where('application_id', application.id)
    .whereNotNull('paid_at')
    .select<{ kind: string; paid_at: Date }[]>('kind', 'paid_at');
  const paidOn = (kind: string) => {
    const bill = paid.find((row) => row.kind === kind);
    return bill && bangkokDate(bill.paid_at);
  };
  const filed = filedAt(application);
  const isGranted = application.state === 'granted' || application.state === 'completed';
  const proof = workProofOf(service, {
    filedOn: filed && bangkokDate(filed),
    applicationFeePaidOn: paidOn('application-fee'),
    grantedOn: isGranted ? (paidOn('permit-fee') ?? bangkokDate(application.stateSince)) : undefined,
    previous: await previousPermitOf(tx, application.id, draft),
    pending: !ENDED.has(application.state),
  });
  if (!proof) return undefined;
  return { kind: isGranted ? 'interim-permit' : 'may-work', proof, permit };
}

/** The paper that lets its holder work; not there before the law gives it. */
export async function composeWorkProof(
  tx: Tx,
  {
    kind,
    applicationId,
    language,
  }: { kind: ProofOfWork['kind']; applicationId: string; language: Language | undefined },
): Promise<PaperDraft> {
  const application = await findApplication(tx.db, applicationId);
  if (!application) throw notFound();
  const paperCase = await paperCaseOf(tx, application, language);
  const found = await proofOfWork(tx, paperCase);
  if (found?.kind !== kind) throw notFound();
  const { today, holder, key, draft, service } = paperCase;
  const { since } = found.proof;
  const { countedFiling } = await countedFilingOf(tx, application.counted);
  const text = withSource(found.proof, countedFiling?.attemptCode);
  const proof: ProofFacts = {
    part: { kind, number: application.number ?? '-', issuedOn: today },
    fullName: holder.latin,
    at: new Date(`${today}T00:00:00+07:00`),
  };
  const period = found.permit
    ? { validFrom: found.permit.valid_from, validTo: found.permit.valid_to }
    : periodOf(kind, paperCase, since);
  return {
    kind,
    subjectId: applicationId,
    fileName: `${kind}-${application.number ?? 'case'}.pdf`,
    paper: {
      kind,
      ...sharedParts(tx, paperCase, { kind, issuedOn: today, note: text[paperCase.language] }),
      ...(found.permit ? { permitNo: found.permit.permit_no } : oldPermitOf(kind, paperCase)),
      birth: draft.worker?.birth ?? { precision: 'unknown', date: '' },
      nationality: nationalityOf(draft.worker?.nationality),
      work: { thai: draft.job?.occupation ?? '-', english: draft.job?.occupation ?? '-' },
      category: { thai: `มาตรา ${service.section}`, english: `Section ${service.section}` },
      ...period,
      basis: { thai: text.th, english: text.en },
      // A permit's own code tells as of today whether it was revoked; a case without one carries ours.
      qr: found.permit?.qr ?? (await paperProof(tx.deps.keys, proof)),
    },
    kept: { applicationId: application.id, key },
  };
}

/** The words of the law with which permit before they ask, and why it was filed in time where the receipt says later. */
function withSource({ text, judgedBy }: WorkProof, attempt: string | undefined): WorkerText {
  const more = [
    ...(judgedBy ? [previousPermitTexts.texts[judgedBy]] : []),
    ...(judgedBy && attempt ? [countedFilingTexts.texts.onPaper] : []),
  ];
  const words = (one: Language) =>
    [text, ...more].map((part) => part[one].replace('{code}', attempt ?? '')).join(' ');
  return Object.fromEntries(LANGUAGES.map((one) => [one, words(one)])) as WorkerText;
}

function periodOf(kind: ProofOfWork['kind'], paperCase: PaperCase, since: string) {
  if (kind === 'may-work') return { validFrom: since };
  const { service, draft, today, application } = paperCase;
  const filedOn = application.submittedAt && bangkokDate(application.submittedAt);
  const { from, to } = permitPeriod(service, draft, { today, filedOn });
  return { validFrom: from, validTo: to };
}

function oldPermitOf(kind: ProofOfWork['kind'], { draft }: PaperCase): { permitNo?: string } {
  const number = draft.oldPermit?.number;
  return kind === 'may-work' && number ? { permitNo: number.slice(0, 32) } : {};
}

function nationalityOf(given: string | undefined): { thai: string; english: string } {
  const code = given !== undefined && isNationality(given) ? given : 'XX';
  return { thai: nationalityName(code, 'th'), english: nationalityName(code, 'en') };
}
