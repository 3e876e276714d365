import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createAccount, grantRole } from '@permit/server/accounts/create-account.ts';
import { inTransaction, SYSTEM, type Tx } from '@permit/server/database/transaction.ts';
import { workOnce } from '@permit/server/jobs/run-worker.ts';
import { addressMessageJob } from '@permit/server/messages/address-message-job.ts';
import { deliverMessageJob } from '@permit/server/messages/deliver-message-job.ts';
import type { MessagePorts } from '@permit/server/messages/message-ports.ts';
import { queueMessage } from '@permit/server/messages/queue-message.ts';
import { smsGateway } from '@permit/server/messages/sms-gateway.ts';
import { smtpMail } from '@permit/server/messages/smtp-mail.ts';
import { startSmsSimulator, type SmsSimulator } from '@permit/server/sms-simulator/sms-simulator.ts';
import type pg from 'pg';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { onTheDesk } from '../lifecycle/lean-case.ts';
import { toldOf } from './told-of.ts';
import { startSmtpPeer, type SmtpPeer } from './smtp-peer.ts';

let road: RoadServer;
let peer: SmtpPeer;
let sms: SmsSimulator;
let ports: MessagePorts;
let owner: pg.Client;
beforeAll(async () => {
  road = await startRoadServer();
  peer = await startSmtpPeer();
  sms = await startSmsSimulator({ port: 0 });
  const mail = smtpMail({ url: peer.url, from: 'no-reply@permit.example', requireTls: false });
  const gateway = smsGateway({ url: sms.url, key: 'x', production: false, timeoutMs: 500 });
  ports = { mail, sms: gateway, close: () => mail.close() };
  owner = await road.database.owner();
}, 60_000);
afterAll(async () => {
  ports.close();
  await peer.close();
  await sms.close();
  await road.close();
});
beforeEach(() => {
  peer.letters.length = 0;
  sms.taken.length = 0;
});

const asSystem = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(road.deps, SYSTEM, 'test', work);
let made = 0;

/** An account with these contacts that acts for the demo's employer. */
async function anAccount(given: Partial<Parameters<typeof createAccount>[1]>): Promise<string> {
  made += 1;
  return asSystem(async (tx) => {
    const { accountId } = await createAccount(tx, {
      username: `reader-${made}`,
      password: 'a long password',
      displayName: 'x',
      ...given,
    });
    return accountId;
  });
}
const contact = (address: string) => ({ address, confirmed: true });

async function work(): Promise<void> {
  while (await workOnce(road.deps, 'address-message', addressMessageJob)) continue;
  while (await workOnce(road.deps, 'deliver-message', deliverMessageJob(ports))) continue;
}
const makeDue = () => owner.query(`UPDATE jobs SET run_at = now() WHERE state = 'due'`);
const logOf = async (account: string) =>
  (
    await owner.query<{ state: string; attempts: number; last_problem: string | null; channel: string }>(
      'SELECT state, attempts, last_problem, channel FROM messages WHERE account_id = $1 ORDER BY id',
      [account],
    )
  ).rows;

test.each([
  ['th', 'สมชาย น้ำใจดี', 'มีการมอบอำนาจ ใช้ได้ถึง 31 มกราคม 2570'],
  ['my', 'အောင်ကျော်မိုး', 'ကိုယ်စားလှယ်အာဏာ ပေးထားသည်၊ 31 ဇန်နဝါရီ 2027 အထိ'],
  ['km', 'សុខ សំណាង', undefined],
  ['lo', 'ສົມສັກ', undefined],
  ['vi', 'Nguyễn Thị Hồng Đào', undefined],
] as const)(
  'a letter in %s arrives unbroken: subject, text, HTML and names',
  async (language, name, subject) => {
    const account = await anAccount({ language, displayName: name, email: contact('reader@example.org') });
    const key = `test:${account}`;
    await asSystem((tx) =>
      queueMessage(tx, { event: 'delegation-given', key, to: { account }, values: { until: '2027-01-31' } }),
    );
    await work();
    expect(peer.letters).toHaveLength(1);
    const [letter] = peer.letters;
    if (subject) expect(letter!.subject).toBe(subject);
    expect(letter!.to).toEqual([{ name, address: 'reader@example.org' }]);
    expect(letter!.text).toContain(letter!.subject);
    expect(letter!.html).toContain(`lang="${language}"`);
    expect(letter!.html).toContain(letter!.subject);
    expect(letter!.text).not.toContain('\uFFFD');
    expect(letter!.headers.find((header) => header.key === 'content-language')?.value).toBe(language);
    expect(await logOf(account)).toMatchObject([{ state: 'sent', attempts: 1, channel: 'email' }]);
  },
);

test('one event is one message, however often it is queued', async () => {
  const account = await anAccount({ email: contact('once@example.org') });
  const again = () =>
    asSystem((tx) =>
      queueMessage(tx, { event: 'delegation-ended', key: 'once', to: { account }, values: {} }),
    );
  await again();
  await again();
  await work();
  await again();
  await work();
  expect(peer.letters).toHaveLength(1);
});

test('an act that is rolled back tells nobody', async () => {
  const account = await anAccount({ email: contact('never@example.org') });
  const act = asSystem(async (tx) => {
    await queueMessage(tx, { event: 'delegation-ended', key: 'rolled back', to: { account }, values: {} });
    throw new Error('no');
  });
  await expect(act).rejects.toThrow('no');
  await work();
  expect(peer.letters).toHaveLength(0);
});

test('a server that is busy is asked again; its history says failed, then sent', async () => {
  const account = await anAccount({ email: contact('busy@example.org') });
  peer.refuseNext.push(451);
  await asSystem((tx) =>
    queueMessage(tx, { event: 'delegation-ended', key: 'busy', to: { account }, values: {} }),
  );
  await work();
  expect(await logOf(account)).toMatchObject([{ state: 'failed', attempts: 1 }]);
  await makeDue();
  await work();
  expect(await logOf(account)).toMatchObject([{ state: 'sent', attempts: 2, last_problem: null }]);
  const { rows } = await owner.query<{ to_state: string }>(
    `SELECT h.to_state FROM state_history h JOIN messages m ON m.id = h.record_id
     WHERE m.account_id = $1 ORDER BY h.id`,
    [account],
  );
  expect(rows.map(({ to_state }) => to_state)).toEqual(['queued', 'failed', 'sent']);
});

test('a mailbox that is not there is given up at once, and its address is in no log', async () => {
  const account = await anAccount({ email: contact('gone@example.org') });
  peer.refuseNext.push(550);
  await asSystem((tx) =>
    queueMessage(tx, { event: 'delegation-ended', key: 'gone', to: { account }, values: {} }),
  );
  await work();
  expect(await logOf(account)).toMatchObject([{ state: 'given-up', last_problem: 'smtp-550' }]);
  const { rows } = await owner.query(`SELECT 1 FROM jobs WHERE last_problem LIKE '%gone@%'`);
  expect(rows).toEqual([]);
});

test('who has no confirmed address is in the log as given up', async () => {
  const account = await anAccount({ email: { address: 'not@confirmed.org', confirmed: false } });
  await asSystem((tx) =>
    queueMessage(tx, { event: 'delegation-ended', key: 'nowhere', to: { account }, values: {} }),
  );
  await work();
  expect(await logOf(account)).toMatchObject([{ state: 'given-up', last_problem: 'no-confirmed-address' }]);
});

test('who has only a telephone gets an SMS; a second try under the same reference is no second SMS', async () => {
  const account = await anAccount({ language: 'my', phone: contact('+66812345678') });
  sms.answerNext.push('lost');
  await asSystem((tx) =>
    queueMessage(tx, { event: 'delegation-ended', key: 'sms', to: { account }, values: {} }),
  );
  await work();
  expect(await logOf(account)).toMatchObject([{ state: 'failed', channel: 'sms' }]);
  await makeDue();
  await work();
  expect(await logOf(account)).toMatchObject([{ state: 'sent', attempts: 2 }]);
  expect(sms.taken).toHaveLength(1);
  expect(sms.taken[0]).toMatchObject({ to: '+66812345678', text: expect.stringContaining('ကိုယ်စားလှယ်') });
});

test('security events go to every confirmed address', async () => {
  const account = await anAccount({ email: contact('both@example.org'), phone: contact('+66899999999') });
  const at = '2026-11-20T02:00:00Z';
  await asSystem((tx) =>
    queueMessage(tx, { event: 'account-recovered', key: 'both', to: { account }, values: { at } }),
  );
  await work();
  expect([peer.letters.length, sms.taken.length]).toEqual([1, 1]);
});

test('in production a gateway that says it is simulated is refused', async () => {
  const gateway = smsGateway({ url: sms.url, key: 'x', production: true });
  await expect(gateway.send({ id: 'p', to: '+66811111111', text: 'x' })).rejects.toThrow(/simulator/);
});

test('in production a text of law that no native speaker signed for does not leave', async () => {
  const account = await anAccount({ email: contact('law@example.org') });
  const values = { days: '30', appealBy: '2026-12-20' };
  await asSystem((tx) =>
    queueMessage(tx, { event: 'application-refused', key: 'law', to: { account }, values }),
  );
  while (await workOnce(road.deps, 'address-message', addressMessageJob)) continue;
  const production = { ...road.deps, config: { ...road.deps.config, APP_MODE: 'production' as const } };
  while (await workOnce(production, 'deliver-message', deliverMessageJob(ports))) continue;
  expect(peer.letters).toHaveLength(0);
  expect(await logOf(account)).toMatchObject([{ state: 'given-up', last_problem: 'legal-text-unreviewed' }]);
});

test('everybody who acts for a party is told, each once', async () => {
  const party = await asSystem((tx) =>
    tx.db('parties').where('code', 'EMPLOYER-1').first<{ id: string }>('id'),
  );
  const accounts = [
    await anAccount({ email: contact('first@example.org'), language: 'th' }),
    await anAccount({ email: contact('second@example.org'), language: 'vi' }),
  ];
  await asSystem(async (tx) => {
    for (const id of accounts) await grantRole(tx, id, { role: 'employer', partyId: party.id });
  });
  await asSystem((tx) =>
    queueMessage(tx, { event: 'delegation-ended', key: 'party', to: { party: party.id }, values: {} }),
  );
  await work();
  expect(peer.letters.map(({ to }) => to?.[0]?.address).sort()).toEqual([
    'first@example.org',
    'second@example.org',
  ]);
});

/** What was told of a case, oldest first. */
test('the bill that a grant makes due is told with its amount and last day', async () => {
  const { applicationId, revision } = await onTheDesk(road);
  await (await road.as('registrar')).call('grantApplication', { applicationId, revision });
  const { bills } = await (await road.as('employer')).call('listBills', { applicationId });
  const fee = bills.find(({ kind }) => kind === 'permit-fee')!;
  const [due] = await toldOf(owner, applicationId, 'bill-due');
  expect(due).toMatchObject({ amountSatang: String(fee.amountSatang) });
  expect(due?.['dueOn']).toBe(fee.dueAt.slice(0, 10));
});

test('who filed a notice is told that it needs a correction, and until when', async () => {
  const employer = await road.as('employer');
  const employerBody = {
    kind: 'thai-company',
    idNumber: '0105561000011',
    nameThai: 'บริษัท ตัวอย่าง จำกัด',
  } as const;
  const { noticeId } = await employer.call('fileNotice', {
    serviceCode: 'H53',
    body: { employer: employerBody, workplaceProvince: '74', eventDate: '2026-11-08' },
    workers: [{ firstLatin: 'AUNG', nationality: 'MM', born: '1990-01-01', passportNo: 'MX999999' }],
  });
  const items = [{ item: 'eventDate', reason: 'before the permit' }];
  await (await road.as('assistant')).call('askCorrection', { noticeId, revision: 1, items });
  const { rows } = await owner.query(
    `SELECT e.details, p.code FROM message_events e JOIN parties p ON p.id = e.recipient_id::uuid
     WHERE e.event = 'correction-asked'`,
  );
  const { dueAt } = await employer.call('getNotice', { noticeId });
  expect(rows).toEqual([{ details: { dueOn: dueAt!.slice(0, 10) }, code: 'EMPLOYER-1' }]);
});
