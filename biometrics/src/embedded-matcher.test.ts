import { expect, test } from '@jest/globals';
import { createEmbeddedMatcher } from './embedded-matcher.ts';
import { grayImage } from './images/gray-image.ts';
import { drawEye, type DrawnEye } from './iris/draw-eye.ts';
import type { EyePosition } from './codes.ts';
import type { MatcherPort, PlacedTemplate } from './matcher-port.ts';

async function eyeOf(matcher: MatcherPort, position: EyePosition, eye: DrawnEye): Promise<PlacedTemplate> {
  const extraction = await matcher.extract('iris', drawEye(eye));
  if (!extraction.ok) throw new Error(extraction.reason);
  return { ...extraction.template, position };
}

async function matcherWithPeople(count: number): Promise<MatcherPort> {
  const matcher = createEmbeddedMatcher();
  for (let person = 0; person < count; person++) {
    const right = await eyeOf(matcher, 'right-iris', { identity: 2 * person });
    const left = await eyeOf(matcher, 'left-iris', { identity: 2 * person + 1 });
    await matcher.insert(`person-${person}`, [right, left]);
  }
  return matcher;
}

test('the same eye is verified at a wanted false-match rate and another is not', async () => {
  const matcher = createEmbeddedMatcher();
  const enrolled = await eyeOf(matcher, 'left-iris', { identity: 1 });
  const again = await eyeOf(matcher, 'left-iris', { identity: 1, tilt: 0.03, grain: 5 });
  const other = await eyeOf(matcher, 'left-iris', { identity: 2 });
  expect((await matcher.verify(again, enrolled, 1e-5)).same).toBe(true);
  expect((await matcher.verify(other, enrolled, 1e-3)).same).toBe(false);
});

test('templates of different kinds are not compared', async () => {
  const matcher = createEmbeddedMatcher();
  const eye = await eyeOf(matcher, 'left-iris', { identity: 1 });
  await expect(matcher.verify(eye, { ...eye, modality: 'finger' }, 1e-3)).rejects.toThrow(RangeError);
});

test('the person is found first, with a rate that both eyes make rarer, even with left and right mixed up', async () => {
  const matcher = await matcherWithPeople(4);
  const right = await eyeOf(matcher, 'left-iris', { identity: 4, grain: 5 });
  const left = await eyeOf(matcher, 'right-iris', { identity: 5, tilt: 0.02 });
  const [one] = await matcher.identify([right], 3);
  const [both, next] = await matcher.identify([right, left], 3);
  expect(one?.personId).toBe('person-2');
  expect(both?.personId).toBe('person-2');
  expect(both?.falseMatchRate).toBeLessThan((one?.falseMatchRate as number) / 100);
  expect(next?.falseMatchRate ?? 1).toBeGreaterThan(1000 * (both?.falseMatchRate as number));
});

test('who was deleted is not found, and who is inserted again has only the new templates', async () => {
  const matcher = await matcherWithPeople(2);
  const probe = await eyeOf(matcher, 'right-iris', { identity: 0, grain: 4 });
  expect(await matcher.delete('person-0')).toBe(true);
  expect(await matcher.delete('person-0')).toBe(false);
  expect((await matcher.identify([probe], 5)).map(({ personId }) => personId)).not.toContain('person-0');
  await matcher.insert('person-1', [await eyeOf(matcher, 'right-iris', { identity: 0 })]);
  expect((await matcher.identify([probe], 5))[0]?.personId).toBe('person-1');
});

test('quality says why a sample is no use', async () => {
  const matcher = createEmbeddedMatcher();
  expect(await matcher.quality('iris', grayImage(200, 200, new Uint8Array(40_000)))).toEqual({
    usable: false,
    score: 0,
    reasons: ['not-an-eye'],
  });
  const good = await matcher.quality('iris', drawEye({ identity: 1 }));
  expect(good.usable).toBe(true);
  expect(good.score).toBeGreaterThan(0);
});
