import { expect, test } from '@jest/globals';
import { serviceCatalogue } from '@permit/domain/catalogue/service-catalogue.ts';
import { SAMPLE_R59M } from '@permit/domain/catalogue/sample-drafts.ts';
import { sectionOf, setAt, type Draft } from './draft.ts';
import { stepsOf } from './filing-steps.ts';
import { fieldsOf } from './service.ts';

const offered = serviceCatalogue.versions.filter((version) => version.offered);
const draft = SAMPLE_R59M as Draft;

test.each(offered.map((service) => [service.code, service] as const))(
  '%s asks every field on exactly one page',
  (_code, service) => {
    const asked = stepsOf(service, draft).flatMap(({ fields }) => fields.map(({ path }) => path));
    expect([...asked].sort()).toEqual(
      fieldsOf(service, draft)
        .map(({ path }) => path)
        .sort(),
    );
  },
);

test('ends with the papers and the check of the answers', () => {
  expect(
    stepsOf(offered[0]!, {})
      .slice(-2)
      .map(({ name }) => name),
  ).toEqual(['documents', 'check']);
});

test('saves whole sections, because the API replaces them whole', () => {
  const changed = setAt(draft, 'worker.names.firstLatin', 'MOE');
  expect(sectionOf(changed, ['worker.names.firstLatin'])).toEqual({
    worker: { ...draft.worker, names: { ...draft.worker?.names, firstLatin: 'MOE' } },
  });
});

test('puts a value into a list, and takes a blank one away', () => {
  const placed = setAt({}, 'workplaces.0.province', '74');
  expect(placed).toEqual({ workplaces: [{ province: '74' }] });
  expect(setAt(placed, 'workplaces.0.province', '')).toEqual({ workplaces: [{}] });
});
