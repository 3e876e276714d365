import { expect, test } from '@jest/globals';
import { readingPurposeTexts } from '../texts/reading-purpose-texts.ts';
import { permitApi } from './permit-api.ts';
import { READING_PURPOSES } from '../papers/reading-purposes.ts';

const DOCUMENT = 'A'.repeat(22);
const READINGS = [
  ['getDocument', (purpose?: string) => permitApi.getDocument.input.parse({ documentId: DOCUMENT, purpose })],
  [
    'linkDocument',
    (purpose?: string) => permitApi.linkDocument.input.parse({ documentId: DOCUMENT, purpose }),
  ],
  [
    'linkDossierPaper',
    (purpose?: string) => permitApi.linkDossierPaper.input.parse({ paperId: DOCUMENT, purpose }),
  ],
] as const;

test.each(READINGS)(
  '%s keeps a purpose of the list, and of other words only that none was stated',
  (id, parse) => {
    expect(parse('review').purpose).toBe('review');
    expect(parse('ขอดูของ AUNG KYAW MOE').purpose).toBe('not-stated');
    expect(parse().purpose).toBe(id === 'linkDossierPaper' ? 'own-dossier' : 'own-case');
  },
);

test('every purpose has its words', () => {
  expect(Object.keys(readingPurposeTexts.texts).sort()).toEqual([...READING_PURPOSES].sort());
});
