import type { RowsOf } from './line.ts';
import type { Call } from './statement.ts';

/** What an action says to the database, whether it has a line of its own or shares one (docs/decisions/0010, 0049). */
export interface Talk {
  tell(call: Call): void;
  expect<Row extends object>(call: Call<Row>, check: (rows: Row[]) => void): void;
  ask<const Calls extends readonly Call[]>(...calls: Calls): Promise<RowsOf<Calls>>;
  become(role: string): void;
  query(config: object, callback: (error: Error | null, result?: unknown) => void): void;
  attempt<T>(work: () => Promise<T>): Promise<T>;
}
