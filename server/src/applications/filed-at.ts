/** At which moment a case counts as filed, by which "I tried", and because of which outage (docs/decisions/0062). */
export interface CountedFiling {
  readonly at: Date;
  readonly attemptId: string;
  readonly outageId: string;
}

/** The moment that counts as that of filing, for whatever the law counts to it; the receipt says when it came. */
export function filedAt(filed: {
  readonly counted?: CountedFiling | undefined;
  readonly submittedAt: Date | undefined;
}): Date | undefined {
  return filed.counted?.at ?? filed.submittedAt;
}

/** The columns of a row that holds them whole or not at all. */
export interface CountedColumns {
  counted_filed_at?: Date | null;
  counted_attempt?: string | null;
  counted_outage?: string | null;
}

export function countedOf(row: CountedColumns): CountedFiling | undefined {
  const { counted_filed_at: at, counted_attempt: attemptId, counted_outage: outageId } = row;
  return at && attemptId && outageId ? { at, attemptId, outageId } : undefined;
}
