import type { PoolClient } from 'pg';
import type { Database } from './database.ts';
import { Message } from './message.ts';
import { NotShared, RidersLine, type Speaker } from './riders-line.ts';
import { statement, type Call } from './statement.ts';

const BEGIN = statement('BEGIN');
const COMMIT = statement('COMMIT');

/** One action that rides in a shared transaction. */
export interface Rider {
  readonly speaker: Speaker;
  /** Tells role, parties and person of this rider. */
  opening(role: string): Call;
  /** The action; what it throws is its own fault, unless it has written. */
  work(line: RidersLine): Promise<void>;
}

/** `alone`: it did not take part in the end and must be run by itself. */
export type Arrival = { readonly done: true } | { readonly refused: unknown } | { readonly alone: true };

/**
 * Runs some actions in one transaction (docs/decisions/0049): when each has a question or has ended, what they all have to
 * say goes as one message, and one COMMIT ends it. A rider that is refused before it wrote anything leaves; any other
 * fault undoes the whole, and everybody is run alone. Answers how each fared, after the COMMIT.
 */
export async function rideTogether(pool: Database, riders: readonly Rider[]): Promise<Arrival[]> {
  const ride = new Ride(pool, riders);
  try {
    return await ride.run();
  } catch {
    await ride.undo();
    return ride.afterUndoing();
  }
}

class Ride {
  readonly #pool: Database;
  readonly #riders: readonly Rider[];
  readonly #lines: RidersLine[];
  readonly #arrivals: (Arrival | undefined)[];
  #client: PoolClient | undefined;
  /** Who spoke last. */
  #speaker: Speaker | undefined;
  #moved: () => void = () => undefined;

  constructor(pool: Database, riders: readonly Rider[]) {
    this.#pool = pool;
    this.#riders = riders;
    this.#lines = riders.map(({ speaker, opening }) => new RidersLine(speaker, opening, () => this.#moved()));
    this.#arrivals = riders.map(() => undefined);
  }

  async run(): Promise<Arrival[]> {
    const works = this.#riders.map((rider, at) => this.#work(rider, at));
    try {
      for (await this.#everybodyWaits(); this.#arrivals.includes(undefined); await this.#everybodyWaits())
        await this.#send(this.#lines.filter(({ waits }) => waits));
    } catch (error) {
      for (const line of this.#lines) line.close(new NotShared('the others were undone'));
      await Promise.all(works);
      throw error;
    }
    const staying = this.#lines.filter((_, at) => 'done' in this.#arrivals[at]!);
    if (!staying.every(({ expectsNothing }) => expectsNothing)) throw new NotShared('a check at the end');
    await this.#send(staying, COMMIT());
    await this.#release();
    return this.#arrivals as Arrival[];
  }

  async #work(rider: Rider, at: number): Promise<void> {
    const line = this.#lines[at]!;
    try {
      await rider.work(line);
      this.#arrivals[at] = line.unshared ? { alone: true } : { done: true };
    } catch (error) {
      const alone = line.wrote || line.unshared || error instanceof NotShared;
      this.#arrivals[at] = alone ? { alone: true } : { refused: error };
    }
    if (line.waits) {
      // It ended without waiting for its own question: nobody knows what it would have done with the answer.
      line.close(new NotShared('it ended while it asked'));
      this.#arrivals[at] = { alone: true };
    }
    this.#moved();
  }

  /** Until each rider has a question or has ended; throws where what one wrote must be undone. */
  async #everybodyWaits(): Promise<void> {
    while (!this.#lines.every((line, at) => line.waits || this.#arrivals[at]))
      await new Promise<void>((moved) => (this.#moved = moved));
    const alone = (at: number) => 'alone' in (this.#arrivals[at] ?? {});
    if (this.#lines.some((line, at) => line.wrote && alone(at)))
      throw new NotShared('a fault of one that wrote');
  }

  async #send(lines: readonly RidersLine[], last?: Call): Promise<void> {
    let speaker = this.#speaker;
    const segments = lines.map((line) => {
      const segment = line.takeSegment(speaker);
      speaker = segment.speaker;
      return segment;
    });
    this.#speaker = speaker;
    const calls = segments.flatMap((segment) => segment.calls);
    if (calls.length === 0 && !this.#client) return;
    const first = this.#client ? [] : [BEGIN()];
    const message = await this.#answered([...first, ...calls, ...(last ? [last] : [])]).catch(
      (error: unknown) => {
        for (const segment of segments) segment.lose(new NotShared('a message was lost'));
        throw error;
      },
    );
    if (last && message.lastTag !== 'COMMIT')
      throw new Error(`the transaction ended with ${message.lastTag}`);
    let from = first.length;
    for (const segment of segments)
      segment.arrive(message.answered.slice(from, (from += segment.calls.length)));
  }

  /** One message and its answer; the first one takes the connection. */
  async #answered(calls: readonly Call[]): Promise<{ answered: object[][]; lastTag: string }> {
    const message = new Message(calls);
    this.#client ??= (await this.#pool.client.acquireConnection()) as PoolClient;
    this.#client.query(message);
    return { answered: await message.rows, lastTag: message.lastTag };
  }

  /** Never throws; a connection that cannot roll back is not used again. */
  async undo(): Promise<void> {
    const client = this.#client;
    if (!client) return;
    await client.query('ROLLBACK').catch((error: Error) => {
      (client as { __knex__disposed?: unknown }).__knex__disposed = error;
    });
    await this.#release().catch(() => undefined);
  }

  /** Who was refused by itself stays refused; nobody else has taken part. */
  afterUndoing(): Arrival[] {
    return this.#arrivals.map((arrival) => (arrival && 'refused' in arrival ? arrival : { alone: true }));
  }

  async #release(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client) await this.#pool.client.releaseConnection(client);
  }
}
