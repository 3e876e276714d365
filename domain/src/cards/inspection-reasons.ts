/** Why an inspector looks behind a code; a code, because a reason in words would be about people. */
export const INSPECTION_REASONS = ['workplace-inspection', 'complaint', 'checkpoint', 'rescue'] as const;
export type InspectionReason = (typeof INSPECTION_REASONS)[number];
