import { expect, test } from '@jest/globals';
import { canonicalDraft } from './canonical-draft.ts';
import { SAMPLE_DRAFTS, SAMPLE_R59M } from './sample-drafts.ts';
import { validateDraft } from './validate-draft.ts';
import { serviceCatalogue } from './service-catalogue.ts';

const typed = {
  ...SAMPLE_R59M,
  worker: {
    ...SAMPLE_R59M.worker,
    phone: '089-876 5432',
    names: {
      ...SAMPLE_R59M.worker?.names,
      firstLatin: ' AUNG\u200B  KYAW MOE',
      firstThai: 'ออง จอ โม\uFEFF',
    },
  },
  travelDocument: { ...SAMPLE_R59M.travelDocument, number: 'mh 123-456' },
  employer: { ...SAMPLE_R59M.employer, nameThai: 'บริษัท\u200B ตัวอย่าง  จำกัด', idNumber: '0-1055-61000-01-1' },
};

test('names, telephone and numbers take the form that is stored and printed', () => {
  expect(canonicalDraft(typed)).toMatchObject({
    worker: { phone: '+66898765432', names: { firstLatin: 'AUNG KYAW MOE', firstThai: 'ออง จอ โม' } },
    travelDocument: { number: 'MH123456' },
    employer: { nameThai: 'บริษัท ตัวอย่าง จำกัด', idNumber: '0105561000011' },
  });
});

test('a name that cannot be read stays as typed, so that the check can tell', () => {
  const names = { firstLatin: 'AUNG\u202E' };
  expect(canonicalDraft({ serviceCode: 'R59M', worker: { names } }).worker?.names).toEqual(names);
});

test('a dash in place of a last name is no name and no fault', () => {
  const dashed = {
    ...SAMPLE_R59M,
    worker: {
      ...SAMPLE_R59M.worker,
      names: { ...SAMPLE_R59M.worker?.names, lastLatin: '-', lastThai: ' - ' },
    },
  };
  const service = serviceCatalogue.findVersion('R59M', 1);
  expect(service && validateDraft(service, dashed)).toEqual([]);
  expect(canonicalDraft(dashed).worker?.names).toEqual(SAMPLE_R59M.worker?.names);
});

test('running it again changes nothing, and a clean draft is already canonical', () => {
  expect(canonicalDraft(canonicalDraft(typed))).toEqual(canonicalDraft(typed));
  for (const draft of Object.values(SAMPLE_DRAFTS))
    expect(canonicalDraft(draft).worker?.names).toEqual(draft.worker?.names);
});

test('invisible characters in a company name are no fault of the filer', () => {
  const service = serviceCatalogue.findVersion('R59M', 1);
  expect(service && validateDraft(service, typed)).toEqual([]);
});
