import type { RowsOf } from './line.ts';
import { statement, type Call } from './statement.ts';
import type { Talk } from './talk.ts';

const BECOME = statement(`SELECT set_config('role', $1, true)`);

/** Thrown at every rider where one of them did what needs a transaction of its own: each is then run alone. */
export class NotShared extends Error {
  constructor(why: string) {
    super(`this needs a transaction of its own: ${why}`);
  }
}

/** Who PostgreSQL takes the connection's statements for. */
export interface Speaker {
  /** Parties, person and role of the product; the same text where all of them are the same. */
  readonly who: string;
  /** The database role. */
  readonly role: string;
}

/** What a rider has to send: who it is, what it told, and the question that it waits for. */
export interface Segment {
  readonly calls: readonly Call[];
  /** Who speaks after these calls. */
  readonly speaker: Speaker | undefined;
  /** Hands over the rows of these calls; the rider goes on, or fails by itself. */
  arrive(rows: readonly object[][]): void;
  /** The message was lost: the rider learns that nothing of it holds. */
  lose(fault: NotShared): void;
}

/** A statement and the role that it is said in. */
interface Said {
  readonly role: string;
  readonly call: Call;
}

/**
 * One rider's place in a shared transaction: the same talk as a line of its own, but it says who it is wherever somebody
 * else spoke before. Only statements; knex, savepoints and reasons need a line alone.
 */
export class RidersLine implements Talk {
  /** True once something was sent that may have changed a row. */
  wrote = false;
  /** True once it was asked for what needs a line alone, whatever the action made of the refusal. */
  unshared = false;
  readonly #who: string;
  readonly #opening: (role: string) => Call;
  readonly #onWaiting: () => void;
  #role: string;
  #told: Said[] = [];
  #expected: { readonly call: Call; readonly check: (rows: object[]) => void }[] = [];
  #question: { said: Said[]; answer(rows: object[][]): void; fail(error: unknown): void } | undefined;
  #closed: NotShared | undefined;

  /** `opening` tells role, parties and person; `onWaiting` is called when a question waits. */
  constructor({ who, role }: Speaker, opening: (role: string) => Call, onWaiting: () => void) {
    this.#who = who;
    this.#role = role;
    this.#opening = opening;
    this.#onWaiting = onWaiting;
  }

  get waits(): boolean {
    return this.#question !== undefined;
  }

  /** Nothing is expected of what was told last; then it may go with the COMMIT. */
  get expectsNothing(): boolean {
    return this.#expected.length === 0;
  }

  tell(call: Call): void {
    this.#told.push(this.#said(call));
  }

  expect<Row extends object>(call: Call<Row>, check: (rows: Row[]) => void): void {
    const said = this.#said(call);
    this.#told.push(said);
    this.#expected.push({ call: said.call, check: check as (rows: object[]) => void });
  }

  ask<const Calls extends readonly Call[]>(...calls: Calls): Promise<RowsOf<Calls>> {
    return new Promise<object[][]>((answer, fail) => {
      if (this.#closed) throw this.#closed;
      this.#question = { said: calls.map((call) => this.#said(call)), answer, fail };
      this.#onWaiting();
    }) as unknown as Promise<RowsOf<Calls>>;
  }

  become(role: string): void {
    this.#role = role;
  }

  query(_config: object, callback: (error: Error | null) => void): void {
    callback(this.#notShared('a statement of knex'));
  }

  attempt<T>(): Promise<T> {
    return Promise.reject(this.#notShared('a part that may fail'));
  }

  /** Takes what is to be sent now; `before` is who spoke last on this connection. */
  takeSegment(before: Speaker | undefined): Segment {
    const [told, expected, question] = [this.#told, this.#expected, this.#question];
    [this.#told, this.#expected, this.#question] = [[], [], undefined];
    const said = [...told, ...(question?.said ?? [])];
    const { calls, at, speaker } = this.#introduced(said, before);
    this.wrote ||= calls.some(({ text }) => !/^\s*SELECT\b/i.test(text));
    const arrive = (rows: readonly object[][]) => {
      const rowsOf = (index: number) => rows[at[index]!]!;
      try {
        for (const { call, check } of expected) check(rowsOf(told.findIndex((one) => one.call === call)));
        question?.answer(question.said.map((_, index) => rowsOf(told.length + index)));
      } catch (error) {
        question?.fail(error);
      }
    };
    const lose = (fault: NotShared) => {
      this.unshared = true;
      question?.fail(fault);
    };
    return { calls, speaker, arrive, lose };
  }

  /** The calls, with who speaks said before each that another speaker's would be taken for; `at`: where each stands. */
  #introduced(said: readonly Said[], before: Speaker | undefined) {
    const calls: Call[] = [];
    const at: number[] = [];
    let speaker = before;
    for (const { role, call } of said) {
      if (speaker?.who !== this.#who) calls.push(this.#opening(role));
      else if (speaker.role !== role) calls.push(BECOME(role));
      speaker = { who: this.#who, role };
      at.push(calls.length);
      calls.push(call);
    }
    return { calls, at, speaker };
  }

  /** This line is of no use any more: whoever waits, or asks after this, learns it. */
  close(fault: NotShared): void {
    this.unshared = true;
    this.#closed = fault;
    this.#question?.fail(fault);
    this.#question = undefined;
  }

  #notShared(why: string): NotShared {
    this.unshared = true;
    return new NotShared(why);
  }

  #said(call: Call): Said {
    if (this.#question) throw this.#notShared('two questions at once');
    // A reason would stay for whoever speaks next.
    if (call.text.includes('permit.reason')) throw this.#notShared('a reason');
    return { role: this.#role, call: { ...call, name: `${call.name}_${this.#role}` } };
  }
}
