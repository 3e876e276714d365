import { expect, test } from '@jest/globals';
import { serviceCatalogue } from '../catalogue/service-catalogue.ts';
import { FEE_NAMES } from '../catalogue/fee-names.ts';
import { findingKinds } from '../checks/precheck-draft.ts';
import { looksLikeZawgyi } from '../people/zawgyi.ts';
import { applicantKindNames, choiceNames, employerKindNames } from './choice-names.ts';
import { applicationStateLabels, applicationStateNextSteps } from './application-state-texts.ts';
import { documentNames } from './document-names.ts';
import { fieldNames } from './field-names.ts';
import { legalTexts, unreviewedLegalTexts } from './legal-texts.ts';
import { allMachines } from '../machines/all-machines.ts';
import { eventText, machineStateTexts } from './machine-state-texts.ts';
import { refusalGroundTexts, returnReasonTexts } from './reason-texts.ts';
import { stageTexts } from './stage-texts.ts';
import { estimateTexts, ownerTexts } from './waiting-texts.ts';
import { scriptFaults, widthOf } from './text-faults.ts';
import { fill, LANGUAGES, say, type StaffText } from './text.ts';

/** Every text of this package, with the widest that its place on a screen takes, in average Latin letters. */
const PLACES: readonly (readonly [string, Readonly<Record<string, StaffText>>, number])[] = [
  ['state labels', applicationStateLabels.texts, 60],
  ['next steps', applicationStateNextSteps.texts, 190],
  ['legal texts', legalTexts.texts, 220],
  ...Object.entries(machineStateTexts).map(
    ([machine, { texts }]) => [`${machine} states`, texts, machine === 'permit' ? 80 : 60] as const,
  ),
  ['who acts next', ownerTexts.texts, 60],
  ['stages of an appeal', stageTexts.texts, 60],
  ['when probably', estimateTexts.texts, 150],
  ['reasons of a return', returnReasonTexts.texts, 60],
  ['grounds of a refusal', refusalGroundTexts.texts, 150],
  ['papers', documentNames.texts, 70],
  ['fields', fieldNames.texts, 60],
  ['choices', { ...employerKindNames.texts, ...applicantKindNames.texts, ...choiceNames.texts }, 60],
  ['fees', FEE_NAMES, 60],
  ['services', Object.fromEntries(serviceCatalogue.versions.map(({ code, names }) => [code, names])), 90],
  [
    'work proofs',
    Object.fromEntries(serviceCatalogue.versions.map(({ code, workProof }) => [code, workProof.text])),
    190,
  ],
  ['findings', Object.fromEntries([...findingKinds()].map(([code, kind]) => [code, kind.text])), 190],
];

test.each(PLACES)('%s: each language in its own script and no placeholder lost', (_, texts) => {
  const faults = Object.entries(texts).flatMap(([key, text]) =>
    LANGUAGES.flatMap((language) =>
      scriptFaults(text, language).map((fault) => `${key} ${language}: ${fault}`),
    ),
  );
  expect(faults).toEqual([]);
});

test.each(PLACES)('%s: no text is wider than its place', (_, texts, most) => {
  const tooWide = Object.entries(texts).flatMap(([key, text]) =>
    LANGUAGES.filter((language) => widthOf(say(text, language)) > most).map(
      (language) => `${key} ${language}`,
    ),
  );
  expect(tooWide).toEqual([]);
});

test('no Burmese text is in Zawgyi', () => {
  for (const [, texts] of PLACES)
    for (const text of Object.values(texts)) expect(looksLikeZawgyi(text.my ?? '')).toBe(false);
});

test('a text of another script, or with a lost placeholder, is a fault', () => {
  expect(scriptFaults({ th: 'Hello', en: 'Hello' }, 'th')).toEqual(['no letter of its own script']);
  expect(scriptFaults({ th: 'ถึง {date}', en: 'until' }, 'th')).toEqual([
    'placeholders differ from the English',
  ]);
  expect(scriptFaults({ th: 'ก ກ', en: 'x' }, 'th')).toEqual(['letters of another script']);
});

test('every question of every form has a name', () => {
  const asked = new Set(serviceCatalogue.versions.flatMap((service) => Object.keys(service.fields)));
  expect([...asked].filter((field) => !(field in fieldNames.texts))).toEqual([]);
});

test('legal texts that no native speaker signed for are named, so that production can refuse', () => {
  expect(unreviewedLegalTexts()).toContainEqual({ table: 'legalTexts', language: 'my' });
  const native = {
    th: 'native',
    en: 'native',
    my: 'native',
    km: 'native',
    lo: 'native',
    vi: 'native',
  } as const;
  expect(unreviewedLegalTexts({ signed: { ...legalTexts, review: native } })).toEqual([]);
});

test('every state of every machine has its words, and no other', () => {
  for (const { name, states } of allMachines)
    for (const state of Object.keys(states))
      expect([name, state, eventText(name, state) !== undefined]).toEqual([name, state, true]);
  expect(eventText('application', 'printed')).toBeUndefined();
  expect(eventText('toString', 'printed')).toBeUndefined();
});

test('every choice of every form has a name', () => {
  const names = { ...employerKindNames.texts, ...choiceNames.texts };
  const offered = serviceCatalogue.versions.flatMap((service) =>
    Object.values(service.fields).flatMap((field) => field.choices ?? []),
  );
  expect([...new Set(offered)].filter((choice) => !(choice in names))).toEqual([]);
});

test('a placeholder is filled, an unknown one stays visible', () => {
  expect(fill('by {date} at {time}', { date: '1 May' })).toBe('by 1 May at {time}');
});
