import { DEMO_PDF, demoPortrait } from '../../../tools/road/demo-papers.ts';
import { inventCase } from '../../../tools/road/people.ts';
import { ApiRefusal } from '../../../tools/road/api-client.ts';
import { pause, RoadBroken } from './pause.ts';
import { passes, type PatientPeople } from './patient-people.ts';
import type { RunningInstance } from './running-instance.ts';

/** What a walker carries along. */
export interface Walk {
  readonly run: number;
  readonly instance: RunningInstance;
  readonly people: PatientPeople;
  /** Where the walker is, for the table. */
  readonly step: (name: string) => void;
  readonly note: (text: string) => void;
  readonly deadline: number;
}

export interface Filed {
  readonly applicationId: string;
  readonly applicationNo: string;
}

/** From filing to the granted case: every act is repeated only after looking whether it was done. */
export async function walkThroughOffices(walk: Walk): Promise<Filed> {
  const filed = await fileCase(walk);
  const { applicationId } = filed;
  await pay(walk, applicationId, 'awaiting-payment');
  const { people } = walk;
  const act = (from: string, name: string, once: () => Promise<unknown>) =>
    moveOn(walk, { applicationId, from, name, once });
  await act('in-document-check', 'papers checked', () =>
    people.once('checker', 'checkDocuments', { applicationId, complete: true }),
  );
  await act('with-assistant-registrar', 'considered', () =>
    people.once('assistant', 'considerApplication', { applicationId, proposal: 'grant' }),
  );
  await act('with-registrar', 'granted', async () => {
    const { revision } = await people.once('registrar', 'getApplication', { applicationId });
    return people.once('registrar', 'grantApplication', { applicationId, revision });
  });
  await pay(walk, applicationId, 'awaiting-permit-fee');
  const state = await stateOf(walk, applicationId);
  if (state !== 'granted') throw new RoadBroken(`paid and granted, but the case is ${state}`);
  return filed;
}

/** Drafts, attaches and submits, each under one key that stays the same however often it is asked. */
async function fileCase({ run, people, step }: Walk): Promise<Filed> {
  step('filing');
  const { serviceCode, draft, documents } = inventCase(run);
  const key = (name: string) => `road-kills-${run}-${process.pid}-${name}`;
  const ask = { serviceCode, draft };
  const { applicationId, revision } = await people.ask('employer', 'createDraft', ask, key('draft'));
  for (const kind of documents) {
    const bytes = new Uint8Array(kind === 'photo' ? await demoPortrait(applicationId) : DEMO_PDF);
    await people.ask('employer', 'attachDocument', { applicationId, kind, bytes }, key(kind));
  }
  const { findings } = await people.ask('employer', 'precheckDraft', { applicationId });
  const warned = new Set(findings.filter(({ severity }) => severity === 'warn').map(({ code }) => code));
  const overrules = [...warned].map((code) => ({ code, reason: 'proof: read, and goes on' }));
  step('submitting');
  const declaration = { textVersion: '1', language: 'th', accepted: true } as const;
  const submission = { applicationId, revision, declaration, overrules };
  const { applicationNo } = await people.ask('employer', 'submitApplication', submission, key('submit'));
  return { applicationId, applicationNo };
}

async function stateOf({ people }: Walk, applicationId: string): Promise<string> {
  return (await people.ask('employer', 'getApplication', { applicationId })).state;
}

interface Act {
  readonly applicationId: string;
  readonly from: string;
  readonly name: string;
  readonly once: () => Promise<unknown>;
}

/** An act without a key: the state of the case is looked at before every try. */
async function moveOn(walk: Walk, { applicationId, from, name, once }: Act): Promise<void> {
  walk.step(name);
  while (Date.now() < walk.deadline) {
    if ((await stateOf(walk, applicationId)) !== from) return;
    try {
      await once();
    } catch (error) {
      const moved = error instanceof ApiRefusal && error.code === 'wrong-state';
      if (!moved && !passes(error)) throw error;
      await pause(250);
    }
  }
  throw new RoadBroken(`never came to: ${name}`);
}

/** Pays at the bank once: before a second try its list of payments is read. */
async function pay(walk: Walk, applicationId: string, from: string): Promise<void> {
  walk.step(`paying (${from})`);
  const { bills } = await walk.people.ask('employer', 'getApplication', { applicationId });
  const bill = bills.find(({ paidAt }) => !paidAt) ?? bills.at(-1)!;
  while (Date.now() < walk.deadline) {
    if ((await stateOf(walk, applicationId)) !== from) return;
    await payOnce(walk, bill).catch((error: unknown) => {
      if (!passes(error)) throw error;
    });
    await pause(250);
  }
  throw new RoadBroken(`paid, but the case stays ${from}`);
}

interface Listed {
  readonly report: { readonly ref1: string; readonly ref2: string };
}

async function payOnce(walk: Walk, bill: { ref1: string; ref2: string; promptPay: string }): Promise<void> {
  const { bank, web } = walk.instance.endpoints();
  const payments = await json<Listed[]>(`${bank}/payments`);
  if (payments.some(({ report }) => report.ref1 === bill.ref1 && report.ref2 === bill.ref2)) return;
  const { businessTime } = await json<{ businessTime: string }>(`${web}/api/health`);
  await json(`${bank}/pay`, { qr: bill.promptPay, paidAt: businessTime });
}

async function json<T>(url: string, body?: object): Promise<T> {
  const answer = await fetch(url, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok && answer.status !== 503) throw new RoadBroken(`${url} says ${answer.status}`);
  return (await answer.json()) as T;
}
