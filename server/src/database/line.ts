import type { PoolClient } from 'pg';
import type { Database } from './database.ts';
import { Message } from './message.ts';
import { statement, type Call } from './statement.ts';
import type { Talk } from './talk.ts';

/** The rows of each call, in order. */
export type RowsOf<Calls extends readonly Call[]> = {
  [At in keyof Calls]: Calls[At] extends Call<infer Row> ? Row[] : never;
};

const BEGIN = statement('BEGIN');
const COMMIT = statement('COMMIT');
const SAVEPOINT = statement('SAVEPOINT part');
const RELEASE = statement('RELEASE SAVEPOINT part');
const ROLLBACK_TO = statement('ROLLBACK TO SAVEPOINT part');
const BECOME = statement(`SELECT set_config('role', $1, true)`);

/**
 * One transaction's talk with the database (docs/decisions/0010). What is only told (settings, audit rows, the
 * idempotency key) waits and travels with the next question, at the latest with the COMMIT; so an action costs a
 * round trip for each thing that it must know, and none for what it only writes. The connection is taken with the
 * first message: an action that asks nothing takes none.
 */
export class Line implements Talk {
  readonly #pool: Database;
  #client: Promise<PoolClient> | undefined;
  #told: Call[] = [];
  #expected: { readonly call: Call; readonly check: (rows: object[]) => void }[] = [];
  #role: string;
  /** The role that PostgreSQL has after everything that was told so far. */
  #toldRole: string;
  #used = false;

  constructor(pool: Database, role: string, opening: Call) {
    this.#pool = pool;
    this.#role = role;
    this.#toldRole = role;
    this.#told = [BEGIN(), this.#planned(opening)];
  }

  /** Sends this statement with the next message; its fault comes with that message. */
  tell(call: Call): void {
    this.#used = true;
    this.#takeRole();
    this.#told.push(this.#planned(call));
  }

  /**
   * Tells a statement whose rows are checked before anything else of its message is answered; where `check` throws,
   * that is the fault of the message.
   */
  expect<Row extends object>(call: Call<Row>, check: (rows: Row[]) => void): void {
    const planned = this.#planned(call);
    this.#used = true;
    this.#takeRole();
    this.#told.push(planned);
    this.#expected.push({ call: planned, check: check as (rows: object[]) => void });
  }

  /** Sends what was told and these, in one message; answers the rows of each of these. */
  async ask<const Calls extends readonly Call[]>(...calls: Calls): Promise<RowsOf<Calls>> {
    this.#used = true;
    this.#takeRole();
    const rows = await this.#send(calls.map((call) => this.#planned(call)));
    return rows as unknown as RowsOf<Calls>;
  }

  /** Takes another database role for what follows; told with the first statement that is of that role. */
  become(role: string): void {
    this.#role = role;
  }

  /** Knex hands its statements here as it would to a connection. */
  query(config: object, callback: (error: Error | null, result?: unknown) => void): void {
    this.#used = true;
    this.#takeRole();
    const told = this.#told.length > 0 ? this.#send([]) : Promise.resolve();
    void told
      .then(() => this.#connect())
      .then((client) => (client.query as (...args: unknown[]) => void)(config, callback), callback);
  }

  /**
   * A part that may fail by itself: its fault undoes what it wrote and told, and the role that it took; what was
   * before it stays. What it told is sent before it counts as done.
   */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    this.#used = true;
    await this.#send([SAVEPOINT()]);
    const [role, toldRole] = [this.#role, this.#toldRole];
    try {
      const result = await work();
      await this.#send([RELEASE()]);
      return result;
    } catch (error) {
      [this.#told, this.#expected] = [[], []];
      [this.#role, this.#toldRole] = [role, toldRole];
      await this.#send([ROLLBACK_TO(), RELEASE()]);
      throw error;
    }
  }

  /** Ends the transaction; a line that was never used has none. */
  async commit(): Promise<void> {
    if (!this.#used) return;
    // What is expected must be seen before it can no longer be undone.
    if (this.#expected.length > 0) await this.#send([]);
    await this.#send([COMMIT()], (tag) => {
      // A fault that the action swallowed: PostgreSQL has rolled everything back, and nothing may look accepted.
      if (tag !== 'COMMIT') throw new Error(`the transaction ended with ${tag}`);
    });
    await this.#release();
  }

  /** Undoes everything; never throws. A connection that cannot even do that is not used again. */
  async rollback(): Promise<void> {
    if (!this.#client) return;
    try {
      const client = await this.#client;
      await client.query('ROLLBACK').catch((error: Error) => {
        (client as { __knex__disposed?: unknown }).__knex__disposed = error;
      });
      await this.#release();
    } catch {
      // There was no connection to be had: the fault of the first message says so.
    }
  }

  async #send(calls: readonly Call[], check?: (tag: string) => void): Promise<object[][]> {
    const [told, expected] = [this.#told, this.#expected];
    [this.#told, this.#expected] = [[], []];
    const client = await this.#connect();
    const message = new Message([...told, ...calls]);
    client.query(message);
    const rows = await message.rows;
    for (const { call, check: checkRows } of expected) checkRows(rows[told.indexOf(call)]!);
    check?.(message.lastTag);
    return rows.slice(told.length);
  }

  #takeRole(): void {
    if (this.#role === this.#toldRole) return;
    this.#told.push(BECOME(this.#role));
    this.#toldRole = this.#role;
  }

  #connect(): Promise<PoolClient> {
    this.#client ??= this.#pool.client.acquireConnection() as Promise<PoolClient>;
    return this.#client;
  }

  async #release(): Promise<void> {
    const client = await this.#client;
    this.#client = undefined;
    await this.#pool.client.releaseConnection(client);
  }

  /** Row-level security is part of a plan: each role keeps its own, or every change of role would plan anew. */
  #planned(call: Call): Call {
    return { ...call, name: `${call.name}_${this.#role}` };
  }
}
