import type { RowsOf } from './line.ts';
import type { Call } from './statement.ts';
import type { Tx } from './transaction.ts';

/** Something that an action must know: the statements that find it, and what their rows say. */
export interface Question<Answer> {
  readonly calls: readonly Call[];
  answer(rows: readonly (readonly object[])[]): Answer;
}

/** A question of these statements; `read` is handed the rows of each. */
export function question<const Calls extends readonly Call[], Answer>(
  calls: Calls,
  read: (rows: RowsOf<Calls>) => Answer,
): Question<Answer> {
  return { calls, answer: (rows) => read(rows as unknown as RowsOf<Calls>) };
}

type AnswersOf<Questions extends readonly Question<unknown>[]> = {
  [At in keyof Questions]: Questions[At] extends Question<infer Answer> ? Answer : never;
};

/** Asks several questions in one round trip, and answers them in order; nothing is sent where none has a statement. */
export async function askTogether<const Questions extends readonly Question<unknown>[]>(
  tx: Tx,
  ...questions: Questions
): Promise<AnswersOf<Questions>> {
  const calls = questions.flatMap((one) => one.calls);
  const rows = calls.length > 0 ? await tx.ask(...calls) : [];
  let at = 0;
  return questions.map((one) => one.answer(rows.slice(at, (at += one.calls.length)))) as AnswersOf<Questions>;
}
