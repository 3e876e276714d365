import type { Finding } from '@permit/domain/contract/filing-shapes.ts';
import type { ReturnedItem } from '@permit/domain/contract/review-api.ts';
import type { z } from 'zod';
import type { KeyStore } from '../vault/key-store.ts';
import { openJson, personKey, sealJson, type PersonKey, type SealedPlace } from '../vault/person-vault.ts';
import type { Application } from './application-store.ts';

type FindingValue = z.infer<typeof Finding>;
type Returned = z.infer<typeof ReturnedItem>;

/*
 * What checks and officers say of a case repeats what was typed: names of the form, reasons, grounds in words. A column
 * keeps what queries and rules need (codes, fields, items); the whole lies sealed beside it under the worker's key
 * (docs/decisions/0024).
 */

/** Columns of a case's findings: codes that may be read, and the evidence with the filer's reasons sealed. */
export function findingColumns(key: PersonKey, findings: readonly FindingValue[]) {
  const readable = findings.map(({ code, severity, field }) => ({
    code,
    severity,
    ...(field ? { field } : {}),
  }));
  return { findings: JSON.stringify(readable), findings_sealed: sealJson(key, 'findings', findings) };
}

/** Columns of what was sent back: the items, which open fields, and the officer's reasons and notes sealed. */
export function requestedColumns(key: PersonKey, returned: readonly Returned[]) {
  const readable = returned.map(({ item }) => ({ item }));
  return { requested: JSON.stringify(readable), requested_sealed: sealJson(key, 'requested', returned) };
}

/** The registrar's words of a refusal, sealed; ground and day stay in `decision`. */
export function refusalColumns(key: PersonKey, { text, ...decision }: RefusalDecision) {
  const kept = { kind: 'refused', ...decision };
  return { decision: JSON.stringify(kept), decision_sealed: sealJson(key, 'decision', text) };
}

/** What a registrar writes beside a grant; nothing where they wrote nothing. */
export function grantNoteColumn(key: PersonKey, note: string | undefined) {
  return note === undefined ? {} : { decision_sealed: sealJson(key, 'decision', note) };
}

/** What the considering officer writes for the registrar; a consideration without a note takes an older note away. */
export function considerationColumn(key: PersonKey, note: string | undefined) {
  return { consideration_sealed: note === undefined ? null : sealJson(key, 'consideration', note) };
}

/** What the filer writes with an answer; the note of the answer before goes with it. */
export function answerColumn(key: PersonKey, note: string | undefined) {
  return { answer_sealed: note === undefined ? null : sealJson(key, 'answer', note) };
}

/** Why the filer takes the case back, in their own words. */
export function withdrawalColumn(key: PersonKey, reason: string) {
  return { withdrawal_sealed: sealJson(key, 'withdrawal', reason) };
}

export interface RefusalDecision {
  readonly ground: string;
  readonly text: string;
  /** The instant of the decision, ISO 8601. */
  readonly at: string;
}

type Keyed = Pick<Application, 'workerPerson' | 'workerKeyWrapped'>;

/** The findings whole; codes only where the person was erased. */
export function findingsOf(
  keys: KeyStore,
  application: Keyed & Pick<Application, 'findings' | 'findingsSealed'>,
): FindingValue[] {
  const whole = wordsOf<FindingValue[]>(keys, application, 'findings', application.findingsSealed);
  return whole ?? [...application.findings];
}

/** What was sent back, with reasons; items without a reason where the person was erased. */
export function requestedOf(
  keys: KeyStore,
  application: Keyed & Pick<Application, 'requested' | 'requestedSealed'>,
): Returned[] {
  const whole = wordsOf<Returned[]>(keys, application, 'requested', application.requestedSealed);
  return whole ?? application.requested.map(({ item }) => ({ item, reason: '' }));
}

/** The registrar's words of the decision; undefined where none were kept or the person was erased. */
export function decisionWordsOf(
  keys: KeyStore,
  application: Keyed & Pick<Application, 'decisionSealed'>,
): string | undefined {
  return wordsOf<string>(keys, application, 'decision', application.decisionSealed);
}

/** The considering officer's note, for the officers of the case only. */
export function considerationNoteOf(
  keys: KeyStore,
  application: Keyed & Pick<Application, 'considerationSealed'>,
): string | undefined {
  return wordsOf<string>(keys, application, 'consideration', application.considerationSealed);
}

/** The filer's note to the last answer. */
export function answerNoteOf(
  keys: KeyStore,
  application: Keyed & Pick<Application, 'answerSealed'>,
): string | undefined {
  return wordsOf<string>(keys, application, 'answer', application.answerSealed);
}

/** Why the filer took the case back; undefined where they did not, or where it was taken back before reasons were kept. */
export function withdrawalReasonOf(
  keys: KeyStore,
  application: Keyed & Pick<Application, 'withdrawalSealed'>,
): string | undefined {
  return wordsOf<string>(keys, application, 'withdrawal', application.withdrawalSealed);
}

function wordsOf<T>(
  keys: KeyStore,
  { workerPerson, workerKeyWrapped }: Keyed,
  place: SealedPlace,
  sealed: Buffer | undefined,
): T | undefined {
  if (!sealed || !workerKeyWrapped) return undefined;
  return openJson<T>(personKey(keys, workerPerson, workerKeyWrapped), place, sealed);
}
