import { SAMPLE_N632, SAMPLE_R59M } from '@permit/domain/catalogue/sample-drafts.ts';
import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { syntheticPerson } from '@permit/biometrics/readers/simulators/synthetic-person.ts';
import sharp from 'sharp';
import type { RoadServer } from './road-server.ts';

/** A draft without the parts that only the server fills in. */
export function draftOf(
  sample: ApplicationDraft,
): Omit<ApplicationDraft, 'documents' | 'overruled' | 'declaration'> {
  const { documents: _documents, overruled: _overruled, declaration: _declaration, ...draft } = sample;
  return draft;
}

export const SAMPLES = { R59M: SAMPLE_R59M, N632: SAMPLE_N632 } as const;
export type SampleCode = keyof typeof SAMPLES;

/** A picture that the intake takes and no check of portraits minds: a drawn face, another for each number. */
export function aPicture(which = 200): Promise<Buffer> {
  const drawn = PICTURES.get(which) ?? drawPicture(which);
  PICTURES.set(which, drawn);
  return drawn;
}

const PICTURES = new Map<number, Promise<Buffer>>();

async function drawPicture(which: number): Promise<Buffer> {
  const face = await syntheticPerson(`picture ${which}`).face({ width: 600 });
  return sharp(face).jpeg().toBuffer();
}

export const A_PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

export const DECLARATION = { textVersion: '1', language: 'th', accepted: true } as const;

/** Creates a draft with all its papers; answers its id and revision. */
export async function aDraft(
  road: RoadServer,
  code: SampleCode = 'R59M',
  filer = 'employer',
): Promise<{ applicationId: string; revision: number }> {
  const client = await road.as(filer);
  const created = await client.call('createDraft', { serviceCode: code, draft: draftOf(SAMPLES[code]) });
  for (const { type } of SAMPLES[code].documents ?? []) {
    const bytes = type === 'photo' ? await aPicture() : A_PDF;
    await client.call('attachDocument', {
      applicationId: created.applicationId,
      kind: type,
      bytes: new Uint8Array(bytes),
    });
  }
  return created;
}

/** The filer's reason for every warning of a draft: the people of these tests are all one person. */
export async function reasonsFor(road: RoadServer, applicationId: string, filer = 'employer') {
  const { findings } = await (await road.as(filer)).call('precheckDraft', { applicationId });
  const codes = new Set(findings.filter(({ severity }) => severity === 'warn').map(({ code }) => code));
  return [...codes].map((code) => ({ code, reason: 'known to the filer' }));
}

/** Files a complete draft. */
export async function aSubmission(road: RoadServer, code: SampleCode = 'R59M', filer = 'employer') {
  const { applicationId, revision } = await aDraft(road, code, filer);
  const overrules = await reasonsFor(road, applicationId, filer);
  const client = await road.as(filer);
  return client.call('submitApplication', { applicationId, revision, declaration: DECLARATION, overrules });
}

/** Pays a bill at the simulated bank and waits until the API knows. */
export async function payAtBank(
  road: RoadServer,
  bill: { ref1: string; ref2: string; amountSatang: number },
): Promise<void> {
  const { ref1, ref2, amountSatang } = bill;
  const reference = road.bank.pay({
    ref1,
    ref2,
    amountSatang,
    paidAt: road.deps.clock.business().toISOString(),
  });
  await until(() =>
    road.bank.payments().some(({ report, reported }) => report.bankReference === reference && reported),
  );
}

/** Waits for a condition, 10 s at most. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('waited 10 s in vain');
}

/** A case that has been granted and paid for. */
export async function aGrantedCase(road: RoadServer, code: SampleCode = 'R59M') {
  const submitted = await aSubmission(road, code);
  const { applicationId } = submitted;
  await payAtBank(road, submitted.bill!);
  await (await road.as('checker')).call('checkDocuments', { applicationId, complete: true });
  await (await road.as('assistant')).call('considerApplication', { applicationId, proposal: 'grant' });
  const registrar = await road.as('registrar');
  const { revision } = await registrar.call('getApplication', { applicationId });
  await registrar.call('grantApplication', { applicationId, revision });
  const { bills } = await (await road.as('employer')).call('listBills', { applicationId });
  await payAtBank(
    road,
    bills.find(({ kind }) => kind === 'permit-fee')!,
  );
  return submitted;
}
