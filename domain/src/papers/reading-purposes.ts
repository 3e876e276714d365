/** Why a paper is read, as the audit keeps it. The list only grows: rows of the audit hold these codes for ever. */
export const READING_PURPOSES = [
  'own-case',
  'own-dossier',
  'review',
  'appeal',
  'correction',
  'complaint',
  'inspection',
  'own-records',
  /** The caller gave a reason that is none of these; its words are not kept. */
  'not-stated',
] as const;
export type ReadingPurpose = (typeof READING_PURPOSES)[number];
