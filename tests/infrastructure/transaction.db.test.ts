import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '@permit/server/database/database.ts';
import { statement } from '@permit/server/database/statement.ts';
import { asJob, inTransaction, PUBLIC, SYSTEM, type Tx } from '@permit/server/database/transaction.ts';
import type { Deps } from '@permit/server/deps.ts';
import { notesTable, READ, WRITE, type NotesTable } from './notes-table.ts';

let table: NotesTable;
let db: Database;
const rung: string[] = [];
beforeAll(async () => {
  // One connection, so that each transaction meets what the one before prepared on it.
  table = await notesTable(1);
  ({ db } = table);
});
afterAll(() => table.close());
beforeEach(() => table.owner.query('TRUNCATE notes'));

const ROLE = statement<{ role: string }>('SELECT current_user::text AS role');

const act = <T>(work: (tx: Tx) => Promise<T>, caller = SYSTEM) =>
  inTransaction(
    { db, bell: { ring: (kind: string) => rung.push(kind) } } as unknown as Deps,
    caller,
    'r',
    work,
  );
const written = async () => (await table.written()).map(({ text }) => ({ text }));

test('what is told is there for the next question, and after the commit', async () => {
  const [seen] = await act(async (tx) => {
    tx.tell(WRITE(1, 'told'));
    return tx.ask(READ());
  });
  expect(seen).toEqual([{ text: 'told' }]);
  expect(await written()).toEqual([{ text: 'told' }]);
});

test('the fault of something told undoes everything, also where nothing was asked any more', async () => {
  const doubled = act(async (tx) => {
    tx.tell(WRITE(1, 'one'));
    tx.tell(WRITE(1, 'again'));
    tx.ring('never');
  });
  await expect(doubled).rejects.toMatchObject({ code: '23505' });
  expect(await written()).toEqual([]);
  expect(rung).not.toContain('never');
});

test('a fault in the middle of a message lets nothing behind it happen, and the connection serves the next one', async () => {
  await expect(act((tx) => tx.ask(WRITE(1, 'a'), WRITE(1, 'b'), WRITE(2, 'c')))).rejects.toMatchObject({
    code: '23505',
  });
  await act((tx) => tx.ask(WRITE(1, 'a'), WRITE(2, 'c')));
  expect(await written()).toEqual([{ text: 'a' }, { text: 'c' }]);
});

test('a statement that failed while it was being prepared is prepared afresh', async () => {
  const LATER = statement<{ n: number }>('SELECT n FROM comes_later');
  await expect(act((tx) => tx.ask(LATER()))).rejects.toMatchObject({ code: '42P01' });
  await table.owner.query('CREATE TABLE comes_later (n int); GRANT SELECT ON comes_later TO permit_job');
  expect(await act((tx) => tx.ask(LATER()))).toEqual([[]]);
});

test('a fault that the action swallowed is never answered as done', async () => {
  const swallowed = act(async (tx) => {
    tx.tell(WRITE(1, 'lost'));
    await tx.db.raw('SELECT 1 / 0').catch(() => undefined);
    return 'done';
  });
  await expect(swallowed).rejects.toThrow('ROLLBACK');
  expect(await written()).toEqual([]);
});

test('what is expected is seen before the commit, and refuses it', async () => {
  const refused = act(async (tx) => {
    tx.tell(WRITE(1, 'kept?'));
    tx.expect(READ(), (rows) => {
      if (rows.length > 0) throw new Error('somebody was here');
    });
  });
  await expect(refused).rejects.toThrow('somebody was here');
  expect(await written()).toEqual([]);
});

test('a part that fails takes its own writes and its role with it, and leaves what was before', async () => {
  const roles = await act(async (tx) => {
    await asJob(tx, async () => tx.tell(WRITE(1, 'before')));
    await tx
      .attempt(() => asJob(tx, () => tx.ask(WRITE(2, 'part'), WRITE(2, 'part again'))))
      .catch(() => undefined);
    const [[after]] = await tx.ask(ROLE());
    return after!.role;
  }, PUBLIC);
  expect(roles).toBe('permit_public');
  expect(await written()).toEqual([{ text: 'before' }]);
});

test('knex on the same transaction sees what was told before it', async () => {
  const texts = await act(async (tx) => {
    tx.tell(WRITE(1, 'told'));
    return tx.db('notes').pluck<string[]>('text');
  });
  expect(texts).toEqual(['told']);
});

test('whatever is asked, told or sent by knex has the role that was taken last, however often it was changed', async () => {
  const roles = await act(async (tx) => {
    const seen: string[] = [];
    const note = async () => void seen.push((await tx.ask(ROLE()))[0][0]!.role);
    await asJob(tx, async () => undefined);
    await note();
    await asJob(tx, note);
    const byKnex = async () =>
      (await tx.db.raw<{ rows: { role: string }[] }>('SELECT current_user::text AS role')).rows[0]!.role;
    await asJob(tx, async () => void seen.push(await byKnex()));
    seen.push(await byKnex());
    await tx
      .attempt(() => asJob(tx, () => tx.ask(WRITE(1, 'part'), WRITE(1, 'part again'))))
      .catch(() => undefined);
    await asJob(tx, note);
    await note();
    return seen;
  }, PUBLIC);
  const [own, job] = ['permit_public', 'permit_job'];
  expect(roles).toEqual([own, job, job, own, job, own]);
});
