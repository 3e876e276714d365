import { z } from 'zod';

/**
 * RFC 9457 problem details. `code` is for programs and for the screen's own words, `requestId` for the log;
 * `title` is plain English for whoever reads the wire. docs/error-codes.md catalogues every code.
 */
export const ErrorBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    requestId: z.string(),
    /** Fields at fault, by their path in the input. */
    fields: z.array(z.object({ path: z.string(), code: z.string() })).optional(),
  })
  .meta({ id: 'ErrorBody' });
export type ErrorBody = z.infer<typeof ErrorBody>;

/** Every code that the API may answer, with its HTTP status and its English title. */
export const ERROR_CODES = {
  'invalid-input': [400, 'The request does not have the form that this operation takes'],
  'malformed-json': [400, 'The body is not valid JSON'],
  'idempotency-key-missing': [400, 'This operation needs an Idempotency-Key header'],
  'not-signed-in': [401, 'Sign in first'],
  'wrong-credentials': [401, 'The name, password or code is wrong'],
  'second-factor-needed': [401, 'A six-digit code is needed as well'],
  'session-ended': [401, 'The session has ended; sign in again'],
  'not-permitted': [403, 'Your role may not do this'],
  'acting-party-wanted': [422, 'Your account acts for several parties; say for which (header Acting-Party)'],
  'not-found': [404, 'There is no such thing, or it is not yours'],
  'link-ended': [404, 'This link has ended, or was never one; ask for a new one'],
  conflict: [409, 'Somebody else changed this meanwhile; read it again'],
  'in-progress': [409, 'The same request is still being worked on; ask again shortly'],
  erased: [410, 'What this request made has been erased'],
  'body-too-large': [413, 'The file or body is larger than allowed'],
  'idempotency-key-reused': [422, 'This Idempotency-Key was used for another request'],
  refused: [422, 'The rules do not allow this'],
  'wrong-state': [422, 'This cannot be done in the state it is in'],
  'same-person': [422, 'The same person may not do both'],
  'not-your-office': [422, 'This case belongs to another office'],
  'image-refused': [422, 'The file is not an acceptable picture or document'],
  'file-infected': [422, 'A virus was found in the file; nothing of it was kept'],
  'draft-incomplete': [422, 'The draft cannot be submitted yet'],
  'packet-refused': [422, 'The sealed packet failed a check'],
  'signature-wrong': [422, 'The signature does not verify'],
  'amount-differs': [422, 'The amount paid is not the amount due'],
  'lease-lost': [409, 'The lease has ended; another holds it now'],
  'duplicate-serial': [422, 'This serial is already in the ledger'],
  'no-blank': [422, 'This blank is not in stock here'],
  'not-verified': [422, 'The person was not verified'],
  'too-many-requests': [429, 'Too many requests; wait and try again'],
  'account-locked': [429, 'Too many wrong attempts; wait and try again'],
  internal: [500, 'Something failed here; it has been recorded'],
  unavailable: [503, 'A part of the service is away; try again shortly'],
  'storage-full': [507, 'There is no room to store this now'],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof ERROR_CODES;
