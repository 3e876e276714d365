import { expect, test } from '@jest/globals';
import { serviceCatalogue } from '../catalogue/service-catalogue.ts';
import { looksLikeZawgyi } from '../people/zawgyi.ts';
import { scriptFaults } from '../texts/text-faults.ts';
import { LANGUAGES } from '../texts/text.ts';
import { composeMessage } from './compose-message.ts';
import { MESSAGE_EVENTS, MESSAGE_VALUES, messageRule, type MessageEvent } from './message-events.ts';
import { messageBodies, messageFrame, messageSubjects } from './message-texts.ts';

const EVENTS = Object.keys(MESSAGE_EVENTS) as MessageEvent[];
const VALUES = {
  dueOn: '2026-12-01',
  until: '2027-01-31',
  appealBy: '2026-12-20',
  days: '30',
  at: '2026-11-20T02:00:00Z',
  amountSatang: '180000',
  items: 'documents.photo,worker.birth,documents.something-new',
};
const compose = (event: MessageEvent, language: (typeof LANGUAGES)[number]) =>
  composeMessage({
    event,
    language,
    applicationNo: '69120000000001',
    service: serviceCatalogue.versions[0]!.names,
    values: VALUES,
    code: '482913',
    link: 'https://permit.example/cases',
  });

test.each([messageSubjects, messageBodies, messageFrame].map((table, index) => [index, table] as const))(
  'table %s: each language in its own script, no placeholder lost, no Zawgyi',
  (_, { texts }) => {
    const faults = Object.entries(texts).flatMap(([key, text]) =>
      LANGUAGES.flatMap((language) =>
        scriptFaults(text, language).map((fault) => `${key} ${language}: ${fault}`),
      ),
    );
    expect(faults).toEqual([]);
    for (const text of Object.values(texts)) expect(looksLikeZawgyi(text.my)).toBe(false);
  },
);

test.each(EVENTS)('%s leaves no placeholder open in any language', (event) => {
  for (const language of LANGUAGES) {
    const { subject, text, sms } = compose(event, language);
    expect([language, `${subject}${text}${sms}`]).toEqual([language, expect.not.stringMatching(/[{}]/)]);
  }
});

test('an event asks its caller for exactly the values that its words use', () => {
  const used = (event: MessageEvent) => {
    const words = messageSubjects.texts[event].en + messageBodies.texts[event].en;
    const names = new Set([...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!));
    if (names.delete('amount')) names.add('amountSatang');
    if (names.delete('appeal')) names.add('days').add('appealBy');
    return MESSAGE_VALUES.filter((value) => names.has(value));
  };
  const asked = (event: MessageEvent) =>
    MESSAGE_VALUES.filter((value) => (MESSAGE_EVENTS[event].values as readonly string[]).includes(value));
  expect(EVENTS.map((event) => [event, used(event)])).toEqual(EVENTS.map((event) => [event, asked(event)]));
});

test('Thai dates are in the Buddhist era, amounts in baht, items by their names', () => {
  expect(compose('bill-due', 'th').subject).toBe(
    'คำขอ 69120000000001: ชำระ 1,800.00 บาท ภายใน 1 ธันวาคม 2569',
  );
  const { text } = compose('application-sent-back', 'en');
  expect(text).toContain('• Portrait 3x4 cm');
  expect(text).toContain('• a paper');
});

test('an SMS fits into six parts of 67 letters in every language, without the link', () => {
  for (const event of EVENTS)
    for (const language of LANGUAGES) {
      const { sms, subject } = compose(event, language);
      expect(sms.startsWith(subject)).toBe(true);
      expect([event, language, subject.length <= 134]).toEqual([event, language, true]);
    }
});

test('markup in a value is text', () => {
  const service = { ...serviceCatalogue.versions[0]!.names, en: '<b>x</b>' };
  const html = composeMessage({
    event: 'card-ready',
    language: 'en',
    service,
    values: {},
    link: 'https://x',
  }).html;
  expect(html).not.toContain('<b>');
});

test('only events that are known have a rule', () => {
  expect(messageRule('card-ready')?.page).toBe('case');
  expect(messageRule('toString')).toBeUndefined();
});
