import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { connectDatabase, type Database } from '@permit/server/database/database.ts';
import { statement } from '@permit/server/database/statement.ts';
import {
  asJob,
  inSharedTransaction,
  PUBLIC,
  setReason,
  SYSTEM,
  type Caller,
  type Tx,
} from '@permit/server/database/transaction.ts';
import type { Deps } from '@permit/server/deps.ts';
import { ApiError } from '@permit/server/errors.ts';
import { notesTable, READ, WRITE, type NotesTable } from './notes-table.ts';

let table: NotesTable;
let db: Database;
const rung: string[] = [];
beforeAll(async () => {
  table = await notesTable(4);
  ({ db } = table);
});
afterAll(() => table.close());
beforeEach(() => table.owner.query('TRUNCATE notes'));

const ME = statement<{ xact: string; role: string; parties: string }>(
  `SELECT pg_current_xact_id()::text AS xact, current_user::text AS role, current_setting('permit.parties') AS parties`,
);

const deps = () => ({ db, bell: { ring: (kind: string) => rung.push(kind) } }) as unknown as Deps;
const ride = <T>(key: string, work: (tx: Tx) => Promise<T>, caller: Caller = SYSTEM, pool = db) =>
  inSharedTransaction({ deps: { ...deps(), db: pool }, caller, requestId: 'r', key }, work);
const written = () => table.written();
/** Writes a note after a question, so that the others are under way too. */
const note = (id: number, text = `note ${id}`) =>
  ride(`${id}`, async (tx) => {
    const [[me]] = await tx.ask(ME());
    tx.tell(WRITE(id, text));
    return me!;
  });
const party = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`;

test('what is asked at one moment is one transaction, and each in it is who they are, at every message', async () => {
  const seen = await Promise.all(
    ['1', '2', '3'].map((digit) =>
      ride(
        digit,
        async (tx) => {
          const [[own]] = await tx.ask(ME());
          const [[asJobSeen]] = await asJob(tx, () => tx.ask(ME()));
          const [[again]] = await tx.ask(ME());
          return [own!, asJobSeen!, again!];
        },
        { ...PUBLIC, partyIds: [party(digit)] },
      ),
    ),
  );
  expect(new Set(seen.flat().map(({ xact }) => xact)).size).toBe(1);
  for (const [at, looks] of seen.entries()) {
    expect(looks.map(({ role }) => role)).toEqual(['permit_public', 'permit_job', 'permit_public']);
    expect(new Set(looks.map(({ parties }) => parties))).toEqual(new Set([`{${party(String(at + 1))}}`]));
  }
});

test('who speaks after themselves is still themselves, and whoever speaks in between is nobody else', async () => {
  const look = (digit: string, key: string) =>
    ride(
      key,
      async (tx) => {
        const [[own]] = await tx.ask(ME());
        tx.become('job');
        const [[asJobSeen]] = await tx.ask(ME());
        tx.become('public');
        const [[again]] = await tx.ask(ME());
        return [own!, asJobSeen!, again!].map(({ role, parties }) => `${role} ${parties}`);
      },
      { ...PUBLIC, partyIds: [party(digit)] },
    );
  const order = ['1', '1', '2', '1', '2', '2'];
  const seen = await Promise.all(order.map((digit, at) => look(digit, `k${at}`)));
  const own = (digit: string) => ['public', 'job', 'public'].map((as) => `permit_${as} {${party(digit)}}`);
  expect(seen).toEqual(order.map(own));
});

test('whoever is refused leaves alone: the others are committed, and only their bells ring', async () => {
  rung.length = 0;
  const refused = ride('9', async (tx) => {
    await tx.ask(READ());
    tx.tell(WRITE(9, 'never'));
    tx.ring('never');
    throw new ApiError('wrong-state');
  });
  const kept = ride('1', async (tx) => {
    await tx.ask(READ());
    tx.ring('kept');
    tx.tell(WRITE(1, 'kept'));
  });
  await expect(refused).rejects.toMatchObject({ code: 'wrong-state' });
  await kept;
  expect(await written()).toEqual([{ id: 1, text: 'kept' }]);
  expect(rung).toEqual(['kept']);
});

test('a fault of one in the database undoes the ride; each is then done once, by itself, and the fault is its own', async () => {
  await note(2, 'was there');
  const [first, second, third] = await Promise.allSettled([note(1), note(2), note(3)]);
  expect([first.status, second.status, third.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(second).toMatchObject({ reason: { code: '23505' } });
  expect((await written()).map(({ text }) => text)).toEqual(['note 1', 'was there', 'note 3']);
});

test('whoever is refused after writing takes back nothing of the others, and leaves nothing', async () => {
  const late = ride('9', async (tx) => {
    tx.tell(WRITE(9, 'never'));
    await tx.ask(READ());
    throw new ApiError('refused');
  });
  const [, other] = await Promise.allSettled([late, note(1)]);
  await expect(late).rejects.toMatchObject({ code: 'refused' });
  expect(other.status).toBe('fulfilled');
  expect(await written()).toEqual([{ id: 1, text: 'note 1' }]);
});

test('two that change the same thing never ride together: the second sees what the first did', async () => {
  const see = () =>
    ride('same', async (tx) => {
      const [rows] = await tx.ask(READ());
      tx.tell(WRITE(rows.length + 1, 'one more'));
      return rows.length;
    });
  expect(await Promise.all([see(), see(), see(), see()])).toEqual([0, 1, 2, 3]);
});

test('what needs a transaction of its own gets one, even where the action swallowed the refusal', async () => {
  const results = await Promise.all([
    ride('1', (tx) => tx.db('notes').where('id', 99).pluck('id')),
    ride('2', async (tx) => {
      await asJob(tx, () => tx.attempt(() => tx.ask(WRITE(2, 'part'), WRITE(2, 'again')))).catch(
        () => undefined,
      );
      return 'went on';
    }),
    ride('3', async (tx) => {
      await setReason(tx, 'why').catch(() => undefined);
      const reason = statement<{ reason: string }>(`SELECT current_setting('permit.reason', true) AS reason`);
      return (await tx.ask(reason()))[0][0]!.reason;
    }),
    note(4),
  ]);
  expect(results).toMatchObject([[], 'went on', 'why', { role: 'permit_job' }]);
  expect(await written()).toEqual([{ id: 4, text: 'note 4' }]);
});

test('forty at once are all done, each once, in a few transactions', async () => {
  const seen = await Promise.all(Array.from({ length: 40 }, (_, at) => note(at + 1)));
  expect(new Set(seen.map(({ xact }) => xact)).size).toBeLessThanOrEqual(4);
  expect(await written()).toHaveLength(40);
});

test('who needs a transaction of its own and wrote nothing leaves the others where they are', async () => {
  let runs = 0;
  const other = ride('1', async (tx) => {
    runs += 1;
    await tx.ask(READ());
    tx.tell(WRITE(1, 'once'));
  });
  const byKnex = ride('2', async (tx) => {
    await tx.ask(READ());
    return tx.db('notes').where('id', 99).pluck('id');
  });
  expect(await byKnex).toEqual([]);
  await other;
  expect(runs).toBe(1);
  expect(await written()).toEqual([{ id: 1, text: 'once' }]);
});

test('two questions at once, or an end without waiting for the answer, are run alone', async () => {
  const both = ride('1', async (tx) => {
    const [[one], [two]] = await Promise.all([tx.ask(ME()), tx.ask(ME())]);
    return one[0]!.xact === two[0]!.xact;
  });
  const hasty = ride('2', async (tx) => {
    tx.tell(WRITE(2, 'never'));
    void tx.ask(READ()).catch(() => undefined);
    throw new ApiError('refused');
  });
  await expect(hasty).rejects.toMatchObject({ code: 'refused' });
  expect(await both).toBe(true);
  expect(await written()).toEqual([]);
});

test('without a database everybody learns it, and the next ride goes where there is one again', async () => {
  const nowhere = connectDatabase('postgres://nobody@127.0.0.1:1/none', 2);
  const gone = await Promise.allSettled(
    [1, 2, 3].map((id) => ride(`${id}`, (tx) => tx.ask(ME()), SYSTEM, nowhere)),
  );
  expect(gone.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  const again = await Promise.allSettled([ride('1', (tx) => tx.ask(ME()), SYSTEM, nowhere)]);
  expect(again[0]!.status).toBe('rejected');
  await nowhere.destroy();
}, 60_000);

test('a connection that is cut in the middle of a ride undoes it; each is then done once', async () => {
  const pid = statement<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  let cut = false;
  const cutter = ride('1', async (tx) => {
    const [[me]] = await tx.ask(pid());
    if (!cut) {
      cut = true;
      await table.owner.query('SELECT pg_terminate_backend($1)', [me!.pid]);
    }
    tx.tell(WRITE(1, 'first'));
    await tx.ask(READ());
  });
  await Promise.all([cutter, note(2), note(3)]);
  expect((await written()).map(({ id }) => id)).toEqual([1, 2, 3]);
});
