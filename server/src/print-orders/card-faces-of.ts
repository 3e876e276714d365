import type { CardFacesInput } from '@permit/domain/cards/card-faces.ts';
import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { canonicalDraft } from '@permit/domain/catalogue/canonical-draft.ts';
import type { Names } from '@permit/domain/catalogue/application-draft.ts';
import { isNationality, nationalityName, type Nationality } from '@permit/domain/people/nationality.ts';
import sharp from 'sharp';
import { holderOf } from '../accounts/account-holder.ts';
import { findAccountByPersonId } from '../accounts/account-store.ts';
import { displayName } from '../applications/worker-record.ts';
import { draftOf, lockApplicationById, type Application } from '../applications/application-store.ts';
import { clearedCaptureOf } from '../captures/capture-store.ts';
import type { Tx } from '../database/transaction.ts';
import { PermanentJobFault } from '../jobs/job-kinds.ts';
import { openBytes, personKey } from '../vault/person-vault.ts';
import { isAsGranted } from './as-granted.ts';
import type { PrintOrder } from './print-order-store.ts';

interface PermitRow {
  permit_no: string;
  category: string;
  valid_from: string;
  valid_to: string;
  issued_at: Date;
  qr: string;
}

/** Everything that the card shows, read off the granted revision and the cleared capture. Runs as the job class. */
export async function cardFacesOf(tx: Tx, order: PrintOrder): Promise<CardFacesInput> {
  const application = await lockApplicationById(tx.db, order.applicationId);
  const permit = await tx.db('permits').where('id', order.permitId).first<PermitRow | undefined>();
  if (!application || !permit) throw new PermanentJobFault('print order without its case');
  if (!(await isAsGranted(tx, application))) throw new PermanentJobFault('changed-after-grant');
  const draft = canonicalDraft(draftOf(tx.deps.keys, application));
  const names = draft.worker?.names ?? {};
  const given = draft.worker?.nationality ?? '';
  const nationality: Nationality = isNationality(given) ? given : 'XX';
  return {
    template: 'wp-card/1',
    specimen: tx.deps.keys.specimen,
    portrait: { mediaType: 'image/jpeg', base64: (await portraitOf(tx, application)).toString('base64') },
    permitNo: permit.permit_no,
    cardSerial: `C${permit.permit_no}-${order.reprintNo}`,
    name: printedName(names),
    birth: draft.worker?.birth ?? { precision: 'unknown', date: '' },
    nationality: { thai: nationalityName(nationality, 'th'), english: nationalityName(nationality, 'en') },
    work: { thai: draft.job?.occupation ?? '-' },
    category: { thai: `มาตรา ${permit.category}`, english: `Section ${permit.category}` },
    validFrom: permit.valid_from,
    validTo: permit.valid_to,
    issuedOn: bangkokDate(permit.issued_at),
    ...(await issuerOf(tx, application)),
    qr: permit.qr,
  };
}

const PREFIX = { mr: ['นาย', 'MR.'], mrs: ['นาง', 'MRS.'], miss: ['นางสาว', 'MISS'] } as const;

/** Prefix and names as printed; the third line only in a script that the card's fonts hold. */
function printedName(names: Names): CardFacesInput['name'] {
  const [thaiPrefix, latinPrefix] = names.prefix ? PREFIX[names.prefix] : ['', ''];
  const thai = [names.firstThai, names.middleThai, names.lastThai].filter(Boolean).join(' ');
  const language = scriptOf(names.native ?? '');
  return {
    latin: `${latinPrefix} ${displayName(names)}`.trim(),
    ...(thai ? { thai: `${thaiPrefix}${thai}` } : {}),
    ...(language && names.native ? { third: { language, text: names.native } } : {}),
  };
}

function scriptOf(text: string): 'my' | 'km' | 'lo' | undefined {
  if (/\p{Script=Myanmar}/u.test(text)) return 'my';
  if (/\p{Script=Khmer}/u.test(text)) return 'km';
  return /\p{Script=Lao}/u.test(text) ? 'lo' : undefined;
}

/** The face that was captured and cleared, as JPEG. Runs as the job class. */
export async function portraitOf(tx: Tx, application: Application): Promise<Buffer> {
  const capture = await clearedCaptureOf(tx.db, application.id);
  const sealed = capture?.portraitBlob && (await tx.deps.blobs.get(capture.portraitBlob));
  if (!capture?.workerKeyWrapped || !sealed) throw new PermanentJobFault('print order has no portrait');
  const bytes = openBytes(
    personKey(tx.deps.keys, capture.workerPerson, capture.workerKeyWrapped),
    'portrait',
    sealed,
  );
  return sharp(bytes, { limitInputPixels: 25_000_000 }).rotate().jpeg({ quality: 92 }).toBuffer();
}

async function issuerOf(
  tx: Tx,
  application: Application,
): Promise<Pick<CardFacesInput, 'registrar' | 'office'>> {
  const account = application.decidedBy && (await findAccountByPersonId(tx.db, application.decidedBy));
  const office = await tx
    .db('parties')
    .where('id', application.officeParty ?? null)
    .first<{ name_th: string | null; name_en: string | null } | undefined>('name_th', 'name_en');
  return {
    registrar: { thai: (account && holderOf(tx.deps.keys, account).displayName) || 'นายทะเบียน' },
    office: { thai: office?.name_th ?? '-', ...(office?.name_en ? { english: office.name_en } : {}) },
  };
}
