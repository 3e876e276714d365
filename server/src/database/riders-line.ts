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

/** What a rider has to send: who it is, what it told, and the question that it waits for. */
export interface Segment {
  readonly calls: readonly Call[];
  /** Hands over the rows of these calls; the rider goes on, or fails by itself. */
  arrive(rows: readonly object[][]): void;
  /** The message was lost: the rider learns that nothing of it holds. */
  lose(fault: NotShared): void;
}

/**
 * One rider's place in a shared transaction: the same talk as a line of its own, but it says who it is at the start of
 * every message, because others spoke in between. Only statements; knex, savepoints and reasons need a line alone.
 */
export class RidersLine implements Talk {
  /** True once something was sent that may have changed a row. */
  wrote = false;
  /** True once it was asked for what needs a line alone, whatever the action made of the refusal. */
  unshared = false;
  readonly #opening: (role: string) => Call;
  readonly #onWaiting: () => void;
  #role: string;
  #toldRole = '';
  #told: Call[] = [];
  #expected: { readonly call: Call; readonly check: (rows: object[]) => void }[] = [];
  #question: { calls: Call[]; answer(rows: object[][]): void; fail(error: unknown): void } | undefined;
  #closed: NotShared | undefined;

  /** `opening` tells role, parties and person; `onWaiting` is called when a question waits. */
  constructor(role: string, opening: (role: string) => Call, onWaiting: () => void) {
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
    const planned = this.#planned(call);
    this.#told.push(...this.#asRole(), planned);
  }

  expect<Row extends object>(call: Call<Row>, check: (rows: Row[]) => void): void {
    const planned = this.#planned(call);
    this.#told.push(...this.#asRole(), planned);
    this.#expected.push({ call: planned, check: check as (rows: object[]) => void });
  }

  ask<const Calls extends readonly Call[]>(...calls: Calls): Promise<RowsOf<Calls>> {
    return new Promise<object[][]>((answer, fail) => {
      if (this.#closed) throw this.#closed;
      const planned = calls.map((call) => this.#planned(call));
      this.#told.push(...this.#asRole());
      this.#question = { calls: planned, answer, fail };
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

  /** Takes what is to be sent now; the next message begins with who this is. */
  takeSegment(): Segment {
    const [told, expected, question] = [this.#told, this.#expected, this.#question];
    [this.#told, this.#expected, this.#question, this.#toldRole] = [[], [], undefined, ''];
    const calls = [...told, ...(question?.calls ?? [])];
    this.wrote ||= calls.some(({ text }) => !/^\s*SELECT\b/i.test(text));
    const arrive = (rows: readonly object[][]) => {
      try {
        for (const { call, check } of expected) check(rows[told.indexOf(call)]!);
        question?.answer(rows.slice(told.length));
      } catch (error) {
        question?.fail(error);
      }
    };
    const lose = (fault: NotShared) => {
      this.unshared = true;
      question?.fail(fault);
    };
    return { calls, arrive, lose };
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

  #asRole(): Call[] {
    if (this.#toldRole === this.#role) return [];
    const first = this.#toldRole === '';
    this.#toldRole = this.#role;
    return [first ? this.#opening(this.#role) : BECOME(this.#role)];
  }

  #planned(call: Call): Call {
    if (this.#question) throw this.#notShared('two questions at once');
    // A reason would stay for whoever speaks next.
    if (call.text.includes('permit.reason')) throw this.#notShared('a reason');
    return { ...call, name: `${call.name}_${this.#role}` };
  }
}
