import pg from 'pg';
import type { Connection, Submittable } from 'pg';
import { encodeValue, type Call } from './statement.ts';

interface Column {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

/** What one connection has prepared: the columns that each statement answers, by its name. */
class PreparedStatements {
  readonly columns = new Map<string, readonly Column[]>();
  /** A statement that failed may be there or not; it is closed before it is parsed again. */
  readonly doubtful = new Set<string>();
}

// Belongs to the connection and ends with it.
const PREPARED = new WeakMap<Connection, PreparedStatements>();

/**
 * Any number of prepared statements in one message and one answer (extended query protocol, one Sync): after the
 * first fault PostgreSQL skips the rest. `rows` are those of each statement in order.
 */
export class Message implements Submittable {
  readonly rows: Promise<object[][]>;
  /** The tag of the last statement, `COMMIT` or `ROLLBACK` at the end of a transaction. */
  lastTag = '';
  readonly #calls: readonly Call[];
  readonly #values: readonly (string | Buffer | null)[][];
  readonly #answered: object[][] = [];
  #prepared = new PreparedStatements();
  #columns: readonly Column[] | undefined;
  #rows: object[] = [];
  #resolve!: (rows: object[][]) => void;
  #reject!: (error: Error) => void;

  constructor(calls: readonly Call[]) {
    this.#calls = calls;
    // Here and not while it is being sent: a value that cannot be written is a fault of its own, not of the line.
    this.#values = calls.map(({ values }) => values.map(encodeValue));
    this.rows = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit(connection: Connection): void {
    this.#prepared = PREPARED.get(connection) ?? new PreparedStatements();
    PREPARED.set(connection, this.#prepared);
    const parsed = new Set<string>();
    // One write to the socket instead of three a statement.
    connection.stream.cork();
    for (const [at, call] of this.#calls.entries())
      this.#send(connection, call, { values: this.#values[at]!, parsed });
    connection.sync();
    connection.stream.uncork();
    this.#expectNext();
  }

  #send(
    connection: Connection,
    { name, text }: Call,
    { values, parsed }: { values: (string | Buffer | null)[]; parsed: Set<string> },
  ): void {
    const known = this.#prepared.columns.has(name);
    if (!known && !parsed.has(name)) {
      if (this.#prepared.doubtful.delete(name)) connection.close({ type: 'S', name }, true);
      connection.parse({ name, text, types: [] }, true);
      parsed.add(name);
    }
    connection.bind({ statement: name, values }, true);
    if (!known) connection.describe({ type: 'P' }, true);
    connection.execute({}, true);
  }

  #expectNext(): void {
    const next = this.#calls[this.#answered.length];
    this.#columns = next && this.#prepared.columns.get(next.name);
    this.#rows = [];
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: pg.types.getTypeParser(dataTypeID, 'text') as Column['parse'],
    }));
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const row: Record<string, unknown> = {};
    const columns = this.#columns ?? [];
    for (let at = 0; at < columns.length; at += 1) {
      const text = fields[at] ?? null;
      row[columns[at]!.name] = text === null ? null : columns[at]!.parse(text);
    }
    this.#rows.push(row);
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.lastTag = text;
    this.#prepared.columns.set(this.#calls[this.#answered.length]!.name, this.#columns ?? []);
    this.#answered.push(this.#rows);
    this.#expectNext();
  }

  handleError(error: Error): void {
    const failed = this.#calls[this.#answered.length];
    if (failed && (!this.#prepared.columns.has(failed.name) || isStalePlan(error))) {
      this.#prepared.columns.delete(failed.name);
      this.#prepared.doubtful.add(failed.name);
    }
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    this.#resolve(this.#answered);
  }

  // What no statement of ours can answer; pg calls them all the same.
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  handleCopyInResponse(): void {}
  handleCopyData(): void {}
}

/** "cached plan must not change result type": the table changed under the statement. */
const isStalePlan = (error: Error) => (error as { code?: string }).code === '0A000';
