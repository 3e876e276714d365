import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { DEMO_PEOPLE } from '@permit/server/demo/demo-people.ts';

/** Short strings ("mr", "MM") stand in every dump for other reasons. */
const SHORTEST = 6;
/** Machines have a name for what they are. */
const STAFF = DEMO_PEOPLE.filter(({ role }) => !role.startsWith('print-')).map(
  ({ displayName }) => displayName,
);

/**
 * What decisions.md 4 seals of a filed case: names in each script, numbers, contacts, an exact birth date. A year of
 * birth, nationality, occupation and companies stay readable by design.
 */
export function secretsOf(draft: Partial<ApplicationDraft>): readonly string[] {
  const { worker, travelDocument, visa, oldPermit, powerOfAttorney, employer } = draft;
  const { prefix: _prefix, ...names } = worker?.names ?? {};
  const birth = worker?.birth?.precision === 'day' ? worker.birth.date : undefined;
  const found = [
    ...Object.values(names),
    ...[worker?.phone, worker?.nonThaiId, birth, travelDocument?.number, visa?.number],
    ...[oldPermit?.number, powerOfAttorney?.attorney, employer?.phone],
  ];
  return found.filter((text): text is string => typeof text === 'string' && text.length >= SHORTEST);
}

/** The display names of everybody who works in the demo. */
export const staffNames: readonly string[] = STAFF;
