import { SAMPLE_R59M } from '@permit/domain/catalogue/sample-drafts.ts';
import { beginCase, decideAct, type ModelAct, type ModelCase } from '@permit/domain/lifecycle/case-model.ts';
import { actOnClocks } from '@permit/server/clocks/act-on-clocks.ts';
import type pg from 'pg';
import type { ApiRefusal } from '../../tools/road/api-client.ts';
import type { RoadServer } from '../road/road-server.ts';
import { DECLARATION, draftOf, payAtBank, reasonsFor } from '../road/road-steps.ts';
import { brokenRules } from './broken-rules.ts';
import type { HeldClock } from './held-clock.ts';
import { nextStep, seededRandom } from './random-walk.ts';
import { WALK_SERVICES, WALK_START, worldOf } from './walk-model.ts';

/** Weeks after filing a stay has often ended; the filer says why that is no hindrance, as for any new warning. */
const STAY_ENDED = [{ code: 'stay-ended', reason: 'an extension of the stay was applied for' }];

/** The running system with what a walk needs of it. */
export interface WalkedServer {
  readonly road: RoadServer;
  readonly clock: HeldClock;
  readonly owner: pg.Client;
}

export interface ServerWalk {
  readonly steps: number;
  readonly moves: number;
  readonly refusals: number;
  /** Where model and server differed, or a rule was broken; empty is good. */
  readonly differences: readonly string[];
}

/** One walk, each step done on the model and by HTTP, and both compared after it. */
export async function walkServer(server: WalkedServer, seed: number, steps = 14): Promise<ServerWalk> {
  const { road, clock } = server;
  const random = seededRandom(seed);
  const world = worldOf(WALK_SERVICES[seed % WALK_SERVICES.length]!);
  clock.set(WALK_START);
  let at: ModelCase = beginCase(world, WALK_START);
  const employer = await road.as('employer');
  const { service, sample } = world;
  const { applicationId } = await employer.call('createDraft', {
    serviceCode: service.code,
    // All in one province, so that the same officers have every case on their desk.
    draft: { ...draftOf(sample), workplaces: SAMPLE_R59M.workplaces },
  });
  const differences: string[] = [];
  let [moves, refusals] = [0, 0];
  const compare = async (act: ModelAct, told: string): Promise<void> => {
    const answer = decideAct(world, at, act, clock.business());
    const expected = answer.done ? 'done' : answer.code;
    differences.push(...brokenRules({ world, before: at, act, answer, at: clock.business() }));
    if (answer.done) moves += 1;
    else refusals += 1;
    const was = at.state;
    if (answer.done) at = answer.next;
    const where = `seed ${seed}, ${act.name} by ${act.by} in ${was}`;
    if (told !== expected) differences.push(`${where}: the model says ${expected}, the server ${told}`);
    const stored = await storedCase(server.owner, applicationId);
    const wanted = viewOf(at);
    if (JSON.stringify(stored) !== JSON.stringify(wanted))
      differences.push(`${where}: model ${JSON.stringify(wanted)}, database ${JSON.stringify(stored)}`);
  };
  for (let step = 0; step < steps && differences.length === 0; step += 1) {
    const next = nextStep(random, at);
    if ('waitHours' in next) {
      clock.set(new Date(clock.business().getTime() + next.waitHours * 3_600_000));
      await actOnClocks(road.deps);
      const ended = decideAct(world, at, { name: 'clock', by: 'system' }, clock.business()).done;
      await compare({ name: 'clock', by: 'system' }, ended ? 'done' : 'wrong-state');
    } else await compare(next.act, await perform(server, applicationId, next.act));
  }
  return { steps, moves, refusals, differences };
}

/** A case as it lies in PostgreSQL, in the words of the model. */
async function storedCase(owner: pg.Client, applicationId: string) {
  const { rows } = await owner.query<Record<string, unknown>>(
    `SELECT a.state, a.due_at, a.submitted_by IS NOT NULL AS submitted, a.checked_by IS NOT NULL AS checked,
            a.considered_by IS NOT NULL AS considered, a.decided_by IS NOT NULL AS decided,
            (SELECT count(*)::int FROM bills b WHERE b.application_id = a.id) AS bills,
            (SELECT count(*)::int FROM bills b WHERE b.application_id = a.id AND b.paid_at IS NOT NULL) AS paid,
            EXISTS (SELECT FROM appeals l WHERE l.application_id = a.id) AS appealed
     FROM applications a WHERE a.public_id = $1`,
    [applicationId],
  );
  const row = rows[0]!;
  return { ...row, due_at: row['due_at'] ? (row['due_at'] as Date).toISOString() : null };
}

function viewOf({ state, dueAt, hands, bills, appealed }: ModelCase) {
  const all = Object.values(bills);
  return {
    state,
    due_at: dueAt?.toISOString() ?? null,
    submitted: hands.submittedBy !== undefined,
    checked: hands.checkedBy !== undefined,
    considered: hands.consideredBy !== undefined,
    decided: hands.decidedBy !== undefined,
    bills: all.length,
    paid: all.filter(({ paid }) => paid).length,
    appealed,
  };
}

/** Does one act by HTTP, signed in as that person; answers `done` or the code of the refusal. */
async function perform({ road, owner }: WalkedServer, applicationId: string, act: ModelAct): Promise<string> {
  try {
    if (act.name === 'pay-application-fee' || act.name === 'pay-permit-fee')
      return await payByBank({ road, owner }, applicationId, act.name);
    await byHttp(road, applicationId, act);
    return 'done';
  } catch (error) {
    return (error as ApiRefusal).code ?? String(error);
  }
}

async function payByBank(
  { road, owner }: Pick<WalkedServer, 'road' | 'owner'>,
  applicationId: string,
  name: 'pay-application-fee' | 'pay-permit-fee',
): Promise<string> {
  const kind = name === 'pay-application-fee' ? 'application-fee' : 'permit-fee';
  const { bills } = await (await road.as('employer')).call('listBills', { applicationId });
  const bill = bills.find((one) => one.kind === kind);
  if (!bill) return 'set-aside';
  await payAtBank(road, bill);
  const { rows } = await owner.query<{ outcome: string }>(
    `SELECT y.outcome FROM payments y JOIN bills b ON b.id = y.bill_id WHERE b.ref1 = $1 AND b.ref2 = $2
     ORDER BY y.received_at DESC LIMIT 1`,
    [bill.ref1, bill.ref2],
  );
  return rows[0]?.outcome === 'recorded' ? 'done' : 'set-aside';
}

const SENT_BACK = [{ item: 'health', reason: 'expired' }];

async function byHttp(road: RoadServer, applicationId: string, { name, by }: ModelAct): Promise<unknown> {
  const client = await road.as(by);
  const revisionOf = async () =>
    (await (await road.as('employer')).call('getApplication', { applicationId })).revision;
  switch (name) {
    case 'submit': {
      const overrules = await reasonsFor(road, applicationId);
      const revision = await revisionOf();
      return client.call('submitApplication', {
        applicationId,
        revision,
        declaration: DECLARATION,
        overrules,
      });
    }
    case 'papers-complete':
      return client.call('checkDocuments', { applicationId, complete: true });
    case 'papers-returned':
      return client.call('checkDocuments', { applicationId, complete: false, returned: SENT_BACK });
    case 'propose':
      return client.call('considerApplication', { applicationId, proposal: 'grant' });
    case 'return-from-assistant':
      return client.call('considerApplication', { applicationId, proposal: 'return', returned: SENT_BACK });
    case 'return-from-registrar':
      return client.call('returnApplication', {
        applicationId,
        revision: await revisionOf(),
        returned: SENT_BACK,
      });
    case 'grant':
      return client.call('grantApplication', { applicationId, revision: await revisionOf() });
    case 'refuse':
      return client.call('refuseApplication', {
        applicationId,
        revision: await revisionOf(),
        ground: 'not-eligible',
        text: 'x',
      });
    case 'answer':
      return client.call('answerRequest', { applicationId, overrules: STAY_ENDED });
    case 'withdraw':
      return client.call('withdrawApplication', { applicationId, reason: 'x' });
    case 'appeal':
      return fileAppeal(road, applicationId);
    case 'appeal-allowed':
      return client.call('decideAppeal', { applicationId, outcome: 'allowed', reason: 'x' });
    case 'appeal-upheld':
      return client.call('decideAppeal', { applicationId, outcome: 'upheld', reason: 'x' });
    case 'clock':
    case 'pay-application-fee':
    case 'pay-permit-fee':
      throw new RangeError(`${name} is not done by a person`);
  }
}

async function fileAppeal(road: RoadServer, applicationId: string): Promise<unknown> {
  const employer = await road.as('employer');
  const knownOn = new Date(road.deps.clock.business().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  return employer.call('fileAppeal', { applicationId, knownOn, grounds: 'x' });
}
