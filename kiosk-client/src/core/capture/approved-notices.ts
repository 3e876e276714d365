/**
 * Versions of the notice whose wording native speakers and the Department have signed for in all six languages.
 * None yet: production refuses to record any other (decisions 12 and 16), so no station can go live before.
 */
export const APPROVED_NOTICES: readonly string[] = [];
