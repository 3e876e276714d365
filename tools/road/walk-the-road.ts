import { join } from 'node:path';
import type { Answer, ApiClient } from './api-client.ts';
import { apiClient } from './api-client.ts';
import { DEMO_PDF, demoPortrait } from './demo-papers.ts';
import { inventCase } from './people.ts';
import type { Road } from './road.ts';
import { signInAs } from './sign-in-as.ts';
import { serveAtStation } from './serve-at-station.ts';
import { until } from './until.ts';

export type RoadOutcome =
  | {
      readonly status: 'handed-over';
      readonly applicationNo: string;
      readonly permitNo: string;
      readonly card: { readonly pdf: string; readonly front: string; readonly back: string };
      readonly qr: string;
      readonly receipt: string;
    }
  | { readonly status: 'duplicate-held'; readonly applicationNo: string };

/** Signs a demo person in by their role's username, once. */
export function peopleOf(road: Road): (username: string) => Promise<ApiClient> {
  const signedIn = new Map<string, Promise<ApiClient>>();
  return (username) => {
    const account = road.accounts.find((known) => known.username === username);
    if (!account) throw new Error(`demo-accounts.json has no ${username}`);
    const client = signedIn.get(username) ?? signInAs(road.endpoints.web, account);
    signedIn.set(username, client);
    return client;
  };
}

/** File → pay → check → consider → grant → pay → visit → capture → search → print → hand over → verify. */
export async function walkTheRoad(road: Road): Promise<RoadOutcome> {
  const as = peopleOf(road);
  const submitted = await fileCase(road, await as('employer'));
  const { applicationId, applicationNo } = submitted;
  await pay(road, submitted.bill!);
  const employer = await as('employer');
  await reach(employer, applicationId, 'in-document-check');
  road.say('first bill paid at the simulated bank');
  await decide(road, as, applicationId);
  const { bills } = await employer.call('listBills', { applicationId });
  await pay(
    road,
    bills.find(({ kind }) => kind === 'permit-fee')!,
  );
  await reach(employer, applicationId, 'granted');
  road.say('second bill paid: granted');
  const served = await serveAtStation(road, as, applicationNo);
  if (served.status === 'held') return { status: 'duplicate-held', applicationNo };
  const { permitId } = await employer.call('getApplication', { applicationId });
  const { qr } = await employer.call('getPermit', { permitId: permitId! });
  const verified = await apiClient(road.endpoints.web).call('verifyPermit', { qr: qr! });
  road.say(`the QR of the card says: ${verified.answer}`);
  const folder = join(road.dataDir, 'printer', 'cards', served.cardSerial);
  const card = {
    pdf: join(folder, 'card.pdf'),
    front: join(folder, 'front.png'),
    back: join(folder, 'back.png'),
  };
  return {
    applicationNo,
    permitNo: served.permitNo,
    status: 'handed-over',
    card,
    qr: qr!,
    receipt: served.receipt,
  };
}

/** The employer files for an invented worker, with every paper that the service asks for. */
async function fileCase(road: Road, employer: ApiClient): Promise<Answer<'submitApplication'>> {
  const { applications } = await employer.call('listApplications', { limit: 100 });
  const { serviceCode, draft, documents } = inventCase(applications.length);
  const created = await employer.call('createDraft', { serviceCode, draft });
  const { applicationId, revision } = created;
  for (const kind of documents) {
    const bytes = kind === 'photo' ? await demoPortrait(applicationId) : DEMO_PDF;
    await employer.call('attachDocument', { applicationId, kind, bytes: new Uint8Array(bytes) });
  }
  const { findings } = await employer.call('precheckDraft', { applicationId });
  const overrules = [
    ...new Set(findings.filter(({ severity }) => severity === 'warn').map(({ code }) => code)),
  ].map((code) => ({
    code,
    reason: 'demo: the filer has read this and goes on',
  }));
  const declaration = { textVersion: '1', language: 'th', accepted: true } as const;
  const submitted = await employer.call('submitApplication', {
    applicationId,
    revision,
    declaration,
    overrules,
  });
  road.say(
    `filed ${serviceCode} as ${submitted.applicationNo} with ${documents.length} papers, ${findings.length} findings`,
  );
  return submitted;
}

async function pay(road: Road, bill: { promptPay: string }): Promise<void> {
  const { businessTime } = (await (await fetch(`${road.endpoints.web}/api/health`)).json()) as {
    businessTime: string;
  };
  const answer = await fetch(`${road.endpoints.bank}/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ qr: bill.promptPay, paidAt: businessTime }),
  });
  if (!answer.ok) throw new Error(`the simulated bank says ${answer.status}`);
}

/** Waits until a case is where the road goes on. */
export async function reach(client: ApiClient, applicationId: string, state: string): Promise<void> {
  await until(
    `case in ${state}`,
    async () => (await client.call('getApplication', { applicationId })).state === state || undefined,
  );
}

/** Contractor's check, assistant registrar, registrar: three persons. */
async function decide(
  road: Road,
  as: (username: string) => Promise<ApiClient>,
  applicationId: string,
): Promise<void> {
  await (await as('checker')).call('checkDocuments', { applicationId, complete: true });
  road.say('papers checked by the contractor');
  await (await as('assistant')).call('considerApplication', { applicationId, proposal: 'grant' });
  road.say('considered by the assistant registrar');
  const registrar = await as('registrar');
  const { revision } = await registrar.call('getApplication', { applicationId });
  await registrar.call('grantApplication', { applicationId, revision });
  road.say('granted by the registrar of the jurisdiction');
}
