import { bankStatementText, type BankReport } from '@permit/domain/contract/bank-report.ts';
import { createHash, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { bankKey } from '../bills/bank-key.ts';
import type { Config } from '../config.ts';

const TIMEOUT_MS = 10_000;

const Page = z.object({
  day: z.iso.date(),
  after: z.int().min(0),
  payments: z
    .array(
      z.object({
        ref1: z.string().regex(/^\d{18}$/),
        ref2: z.string().regex(/^\d{15}$/),
        amountSatang: z.int().positive(),
        paidAt: z.iso.datetime({ offset: true }),
        bankReference: z.string().min(6).max(60),
      }),
    )
    .max(5_000),
  next: z.int().positive().optional(),
  signature: z.string().max(200),
});

export interface StatementOfDay {
  readonly payments: readonly BankReport[];
  /** Over all pages as they were signed. */
  readonly sha256: Buffer;
}

/**
 * What the bank says was paid on a day in Bangkok, every page checked against the bank's key. `after` leaves out what
 * an earlier question has seen. Undefined where no bank is configured; throws where it cannot be reached or believed.
 */
export async function askStatement(
  config: Config,
  day: string,
  after = 0,
): Promise<StatementOfDay | undefined> {
  const key = await bankKey(config);
  if (!config.BANK_URL || !key) return undefined;
  const hash = createHash('sha256');
  const payments: BankReport[] = [];
  for (let from: number | undefined = after; from !== undefined;) {
    const page = await askPage(config.BANK_URL, key, { day, after: from });
    hash.update(bankStatementText(page));
    payments.push(...page.payments);
    from = page.next;
  }
  return { payments, sha256: hash.digest() };
}

async function askPage(
  bankUrl: string,
  key: KeyObject,
  { day, after }: { day: string; after: number },
): Promise<z.infer<typeof Page>> {
  const url = new URL(`/statements/${day}?after=${after}`, bankUrl);
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`the bank answers ${answer.status}`);
  const page = Page.parse(await answer.json());
  const signed = verify(
    null,
    Buffer.from(bankStatementText(page)),
    key,
    Buffer.from(page.signature, 'base64'),
  );
  // An old page under a new question would hide what was paid since.
  const isAnswer = page.day === day && page.after === after && (page.next ?? Infinity) > after;
  if (!signed || !isAnswer) throw new Error('the statement is not the bank’s answer to our question');
  return page;
}
