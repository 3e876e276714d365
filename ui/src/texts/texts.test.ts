import { expect, test } from '@jest/globals';
import { ERROR_CODES } from '@permit/domain/contract/error-body.ts';
import { VERIFIER_ANSWERS } from '@permit/domain/cards/verify-permit-qr.ts';
import { looksLikeZawgyi } from '@permit/domain/people/zawgyi.ts';
import { scriptFaults, widthOf } from '@permit/domain/texts/text-faults.ts';
import { LANGUAGES, say } from '@permit/domain/texts/text.ts';
import { adminTexts } from './admin-texts.ts';
import { oldPermitTexts } from './old-permit-texts.ts';
import { oldRegisterTexts } from './old-register-texts.ts';
import { hiringTexts } from './hiring-texts.ts';
import { inspectTexts } from './inspect-texts.ts';
import { scanTexts } from './scan-texts.ts';
import { submitManyTexts } from './submit-many-texts.ts';
import { verifierAnswerTexts } from './answer-texts.ts';
import { cardDeskTexts } from './card-desk-texts.ts';
import { accountHelpTexts } from './account-help-texts.ts';
import { actingPartyTexts } from './acting-party-texts.ts';
import { behalfTexts } from './behalf-texts.ts';
import { caseNotesTexts } from './case-notes-texts.ts';
import {
  adviceTexts,
  answerTexts,
  CHECK_LANGUAGES,
  checkTexts,
  paperTexts,
  receiptTexts,
} from './check-texts.ts';
import { dossierOfficeTexts } from './dossier-office-texts.ts';
import { dossierTexts } from './dossier-texts.ts';
import { frameTexts } from './frame-texts.ts';
import { countedFilingTexts } from './counted-filing-texts.ts';
import { boardTexts } from './board-texts.ts';
import { financeTexts } from './finance-texts.ts';
import { moneyTexts } from './money-texts.ts';
import { officeTexts } from './office-texts.ts';
import { lifecycleOfficeTexts } from './lifecycle-office-texts.ts';
import { lifecycleTexts } from './lifecycle-texts.ts';
import { permitOrderOfficeTexts } from './permit-order-office-texts.ts';
import { permitOrderTexts } from './permit-order-texts.ts';
import { noticeOfficeTexts } from './notice-office-texts.ts';
import { noticeTexts } from './notice-texts.ts';
import { outageTexts } from './outage-texts.ts';
import { phoneCardTexts } from './phone-card-texts.ts';
import { paperViewTexts } from './paper-view-texts.ts';
import { officePeopleTexts } from './office-people-texts.ts';
import { peopleTexts } from './people-texts.ts';
import { portalTexts } from './portal-texts.ts';
import { trackTexts } from './track-texts.ts';
import { CODE_TEXTS, problemTexts } from './problem-texts.ts';

const WORKER_TABLES = [
  ['frame', frameTexts, 150],
  ['portal', portalTexts, 150],
  ['acting party', actingPartyTexts, 40],
  ['account help', accountHelpTexts, 190],
  ['on behalf of', behalfTexts, 150],
  ['people', peopleTexts, 190],
  ['phone card', phoneCardTexts, 150],
  ['problems', problemTexts, 190],
  ['lifecycle', lifecycleTexts, 150],
  ['the end of a permit', permitOrderTexts, 180],
  ['notices', noticeTexts, 170],
  ['outages', outageTexts, 170],
  ['filed when it was tried', countedFilingTexts, 190],
  ['tracking', trackTexts, 150],
  ['money', moneyTexts, 150],
  ['dossier', dossierTexts, 150],
  ['inspection', inspectTexts, 150],
  ['check before hiring', hiringTexts, 150],
  ['scanning', scanTexts, 150],
  ['many drafts', submitManyTexts, 170],
  ['answers of a check', verifierAnswerTexts, 60],
] as const;

test.each(WORKER_TABLES)(
  '%s: six languages, each in its own script, none in Zawgyi',
  (_name, { texts }, _most) => {
    const faults = Object.entries(texts).flatMap(([key, text]) =>
      LANGUAGES.flatMap((language) =>
        scriptFaults(text, language).map((fault) => `${key} ${language}: ${fault}`),
      ),
    );
    expect(faults).toEqual([]);
    expect(Object.values(texts).filter((text) => looksLikeZawgyi(text.my))).toEqual([]);
  },
);

test.each(WORKER_TABLES)('%s: no text is wider than its place', (_name, { texts }, most) => {
  const wide = Object.entries(texts).flatMap(([key, text]) =>
    LANGUAGES.filter((language) => widthOf(say(text, language)) > most).map(
      (language) => `${key} ${language}`,
    ),
  );
  expect(wide).toEqual([]);
});

test.each(WORKER_TABLES)('%s: says that no native speaker has read it', (_name, { review }, _most) => {
  expect(LANGUAGES.map((language) => review[language])).toEqual(LANGUAGES.map(() => 'machine'));
});

test('staff read every text in Thai and in English', () => {
  const tables = [
    officeTexts,
    caseNotesTexts,
    boardTexts,
    lifecycleOfficeTexts,
    permitOrderOfficeTexts,
    noticeOfficeTexts,
    cardDeskTexts,
    adminTexts,
    oldRegisterTexts,
    oldPermitTexts,
    officePeopleTexts,
    financeTexts,
    paperViewTexts,
    dossierOfficeTexts,
  ];
  const texts = tables.flatMap((table) => Object.entries(table.texts));
  const faults = texts.flatMap(([key, text]) =>
    (['th', 'en'] as const).flatMap((language) =>
      scriptFaults(text, language).map((fault) => `${key} ${language}: ${fault}`),
    ),
  );
  expect(faults).toEqual([]);
});

test('the public check has a word for every answer, in three languages of their own script', () => {
  expect(Object.keys(answerTexts).sort()).toEqual([...VERIFIER_ANSWERS].sort());
  const faults = Object.entries({
    ...answerTexts,
    ...adviceTexts,
    ...checkTexts,
    ...paperTexts,
    ...receiptTexts,
  }).flatMap(([key, text]) =>
    CHECK_LANGUAGES.flatMap((language) =>
      scriptFaults(text, language).map((fault) => `${key} ${language}: ${fault}`),
    ),
  );
  expect(faults).toEqual([]);
});

test('every code of the API has a sentence', () => {
  expect(Object.keys(CODE_TEXTS).sort()).toEqual(Object.keys(ERROR_CODES).sort());
});
