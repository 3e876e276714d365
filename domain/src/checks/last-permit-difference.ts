import { birthDatesAgree } from '../people/birth-date.ts';
import { nameLikeness } from '../people/name-similarity.ts';
import { defineCheck } from './check.ts';
import { CASE_TEXTS } from './texts/case-texts.ts';
import { personOf } from './duplicate-request.ts';

/** What a renewal or replacement says otherwise than the permit in force. A change goes by its own service. */
export const lastPermitDifference = defineCheck({
  name: 'last-permit-difference',
  findings: {
    'last-permit-number-differs': { severity: 'warn', text: CASE_TEXTS.permitNumber },
    'last-permit-person-differs': { severity: 'warn', text: CASE_TEXTS.permitPerson },
    'last-permit-occupation-differs': { severity: 'note', text: CASE_TEXTS.permitOccupation },
    'last-permit-expiry-differs': { severity: 'note', text: CASE_TEXTS.permitExpiry },
  },
  run({ service, draft, lastPermit }, tell) {
    if (!lastPermit || service.family === 'new' || service.family === 'change') return [];
    const found = [];
    const number = draft.oldPermit?.number;
    if (number && plain(number) !== plain(lastPermit.number))
      found.push(
        tell('last-permit-number-differs', 'oldPermit.number', { typed: number, permit: lastPermit.number }),
      );
    const differing = differingParts(personOf(draft), lastPermit.person);
    if (differing.length > 0) found.push(tell('last-permit-person-differs', 'worker', { parts: differing }));
    const occupation = draft.job?.occupation;
    if (occupation && lastPermit.occupation && plain(occupation) !== plain(lastPermit.occupation))
      found.push(
        tell('last-permit-occupation-differs', 'job.occupation', {
          typed: occupation,
          permit: lastPermit.occupation,
        }),
      );
    const expires = draft.oldPermit?.expires;
    if (expires && lastPermit.expires && expires !== lastPermit.expires)
      found.push(
        tell('last-permit-expiry-differs', 'oldPermit.expires', {
          typed: expires,
          permit: lastPermit.expires,
        }),
      );
    return found;
  },
});

type Person = ReturnType<typeof personOf>;

function differingParts(now: Person, then: Person): string[] {
  const latin = (person: Person): string =>
    [person.names?.firstLatin, person.names?.middleLatin, person.names?.lastLatin].filter(Boolean).join(' ');
  const parts: string[] = [];
  if (latin(now) && latin(then) && nameLikeness(latin(now), latin(then)).score < 0.97) parts.push('name');
  if (now.birth && then.birth && !birthDatesAgree(now.birth, then.birth)) parts.push('birth');
  if (now.nationality && then.nationality && now.nationality !== then.nationality) parts.push('nationality');
  if (now.sex && then.sex && now.sex !== then.sex) parts.push('sex');
  return parts;
}

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s/-]/g, '');
