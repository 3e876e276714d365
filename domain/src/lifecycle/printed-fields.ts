/**
 * What a correction may change, by its path in the draft, and whether it stands on the card (work-permit.md, part D;
 * the card's names, birth, nationality and kind of work). Everything else of a case is another service's change.
 */
export const CORRECTABLE_FIELDS = {
  'worker.names.prefix': { printed: true },
  'worker.names.firstThai': { printed: true },
  'worker.names.middleThai': { printed: true },
  'worker.names.lastThai': { printed: true },
  'worker.names.firstLatin': { printed: true },
  'worker.names.middleLatin': { printed: true },
  'worker.names.lastLatin': { printed: true },
  'worker.names.native': { printed: true },
  'worker.birth': { printed: true },
  'worker.nationality': { printed: true },
  'worker.sex': { printed: false },
  'job.occupation': { printed: true },
  'travelDocument.number': { printed: false },
  'travelDocument.issued': { printed: false },
  'travelDocument.expires': { printed: false },
  'travelDocument.mrz': { printed: false },
} as const satisfies Record<string, { printed: boolean }>;
export type CorrectableField = keyof typeof CORRECTABLE_FIELDS;
export const CORRECTABLE = Object.keys(CORRECTABLE_FIELDS) as [CorrectableField, ...CorrectableField[]];

/** True where one of the fields stands on the card, so that cards printed before no longer tell the whole truth. */
export function changesTheCard(fields: readonly CorrectableField[]): boolean {
  return fields.some((field) => CORRECTABLE_FIELDS[field].printed);
}
