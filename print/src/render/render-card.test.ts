import { expect, test } from '@jest/globals';
import sharp from 'sharp';
import { aCard } from '../card-builders.ts';
import { cardHash } from './card-hash.ts';
import { createCardRenderer } from './render-card.ts';

const renderCard = createCardRenderer();

test('gives two pictures of CR80 at 300 dpi and a PDF of two pages', async () => {
  const card = await renderCard(await aCard());
  for (const side of [card.front, card.back]) {
    const { width, height, density, format } = await sharp(side).metadata();
    expect({ width, height, density, format }).toEqual({
      width: 1011,
      height: 638,
      density: 300,
      format: 'png',
    });
  }
  const pdf = Buffer.from(card.pdf).toString('latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect(pdf).toMatch(/\/Count 2\b/);
});

test('the same card gives the same bytes, in another renderer too', async () => {
  const faces = await aCard();
  const [one, again] = [await renderCard(faces), await createCardRenderer()(faces)];
  expect(again.sha256).toBe(one.sha256);
  expect(cardHash(one.front, one.back, one.pdf)).toBe(one.sha256);
});

test('one letter more gives another hash', async () => {
  const [one, other] = [await aCard(), await aCard({ permitNo: '6911-0001234-6' })];
  expect((await renderCard(one)).sha256).not.toBe((await renderCard(other)).sha256);
});

test('a portrait that is no picture is refused, not drawn empty', async () => {
  const base64 = Buffer.from('this is not a picture, whatever its name says'.repeat(5)).toString('base64');
  const faces = await aCard({ portrait: { mediaType: 'image/jpeg', base64 } });
  await expect(renderCard(faces)).rejects.toThrow('portrait');
});

test('a letter that no font holds stops the card instead of printing a box', async () => {
  const faces = await aCard({ name: { latin: 'MR. 王 WEI' } });
  await expect(renderCard(faces)).rejects.toMatchObject({ codePoints: ['U+738B'] });
});

test('Vietnamese, Polish and Turkish letters are all in the fonts', async () => {
  const faces = await aCard({ name: { latin: 'MS. ĐẶNG ŁĘŚĆ İŞĞ ǪŻ' } });
  expect((await renderCard(faces)).belowLeast).toEqual([]);
});
