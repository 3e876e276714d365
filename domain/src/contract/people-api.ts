import { z } from 'zod';
import { LANGUAGES } from '../texts/text.ts';
import { MACHINE_ROLES, ROLES, type Role } from '../staff/roles.ts';
import { ContactInput, Password, SecondFactor, Username } from './accounts-api.ts';
import { endpoint } from './endpoint.ts';
import { Instant, Nothing, PublicId } from './wire-types.ts';

/** Everybody who signs in as a person. */
const PEOPLE = ROLES.filter((role) => !(MACHINE_ROLES as readonly Role[]).includes(role));
const Contact = z.object({ address: z.string(), confirmed: z.boolean() }).meta({ id: 'Contact' });
const Code = z
  .string()
  .trim()
  .regex(/^\d{8}$/);

/** What a clerk has seen of who lost both password and contacts. */
export const RECOVERY_PAPERS = [
  'passport',
  'thai-id',
  'pink-card',
  'company-certificate',
  'permit-card',
] as const;

export const peopleApi = {
  getAccount: endpoint({
    id: 'getAccount',
    summary: 'My account: name, language, where I can be reached, whether a second factor guards it',
    method: 'GET',
    path: '/account',
    allow: PEOPLE,
    input: z.object({}),
    output: z.object({
      accountId: PublicId,
      username: z.string(),
      displayName: z.string(),
      language: z.enum(LANGUAGES),
      email: Contact.optional(),
      phone: Contact.optional(),
      /** A new address that waits for its code. */
      pending: ContactInput.optional(),
      secondFactor: z.boolean(),
      secondFactorRequired: z.boolean(),
    }),
  }),
  setLanguage: endpoint({
    id: 'setLanguage',
    summary: 'The language in which I am written to',
    method: 'PUT',
    path: '/account/language',
    allow: PEOPLE,
    input: z.object({ language: z.enum(LANGUAGES) }),
    output: Nothing,
  }),
  setContact: endpoint({
    id: 'setContact',
    summary: 'Name a new address; a code goes to it, and until that is typed the old one stays',
    method: 'POST',
    path: '/account/contacts',
    allow: PEOPLE,
    input: ContactInput.extend({ password: z.string().min(1).max(200) }),
    output: Nothing,
  }),
  confirmContact: endpoint({
    id: 'confirmContact',
    summary: 'The code that arrived at the new address',
    method: 'POST',
    path: '/account/contacts/confirm',
    allow: PEOPLE,
    input: z.object({ code: Code }),
    output: Nothing,
  }),
  changePassword: endpoint({
    id: 'changePassword',
    summary: 'A new password; every other session ends',
    method: 'POST',
    path: '/account/password',
    allow: PEOPLE,
    input: z.object({ password: z.string().min(1).max(200), newPassword: Password }),
    output: Nothing,
  }),
  listSessions: endpoint({
    id: 'listSessions',
    summary: 'Where my account is signed in now',
    method: 'GET',
    path: '/account/sessions',
    allow: PEOPLE,
    input: z.object({}),
    output: z.object({
      sessions: z.array(
        z.object({
          sessionId: PublicId,
          since: Instant,
          seenAt: Instant,
          until: Instant,
          current: z.boolean(),
        }),
      ),
    }),
  }),
  endSession: endpoint({
    id: 'endSession',
    summary: 'End one of my sessions',
    method: 'DELETE',
    path: '/account/sessions/{sessionId}',
    allow: PEOPLE,
    input: z.object({ sessionId: PublicId }),
    output: Nothing,
  }),
  endOtherSessions: endpoint({
    id: 'endOtherSessions',
    summary: 'End every session of mine but this one',
    method: 'DELETE',
    path: '/account/sessions',
    allow: PEOPLE,
    input: z.object({}),
    output: z.object({ ended: z.int() }),
  }),
  startSecondFactor: endpoint({
    id: 'startSecondFactor',
    summary: 'Set up an authenticator; its secret is answered this once and counts only after a code of it',
    method: 'POST',
    path: '/account/second-factor',
    allow: PEOPLE,
    input: z.object({ password: z.string().min(1).max(200) }),
    output: z.object({ secondFactorUri: z.string() }),
  }),
  confirmSecondFactor: endpoint({
    id: 'confirmSecondFactor',
    summary: 'The first code of the new authenticator',
    method: 'POST',
    path: '/account/second-factor/confirm',
    allow: PEOPLE,
    input: z.object({ code: SecondFactor }),
    output: Nothing,
  }),
  removeSecondFactor: endpoint({
    id: 'removeSecondFactor',
    summary: 'Do without a second factor again; staff may not',
    method: 'POST',
    path: '/account/second-factor/remove',
    allow: PEOPLE,
    input: z.object({ password: z.string().min(1).max(200), code: SecondFactor }),
    output: Nothing,
  }),
  startRecovery: endpoint({
    id: 'startRecovery',
    summary:
      'Ask for a code to set the password anew; the answer is the same whether the name is known or not',
    method: 'POST',
    path: '/recovery',
    allow: 'public',
    status: 202,
    input: z.object({ username: Username }),
    output: Nothing,
  }),
  finishRecovery: endpoint({
    id: 'finishRecovery',
    summary: 'Set the password anew with the code that arrived or that the counter gave; every session ends',
    method: 'POST',
    path: '/recovery/finish',
    allow: 'public',
    input: z.object({ username: Username, code: Code, newPassword: Password }),
    output: Nothing,
  }),
  askCounterRecovery: endpoint({
    id: 'askCounterRecovery',
    summary: 'At a counter: a clerk has seen the papers of somebody who can no longer be reached',
    method: 'POST',
    path: '/counter/recoveries',
    allow: ['clerk', 'centre-supervisor'],
    idempotency: 'key',
    status: 201,
    input: z.object({ username: Username, papers: z.array(z.enum(RECOVERY_PAPERS)).min(1).max(5) }),
    output: z.object({ recoveryId: PublicId }),
  }),
  listCounterRecoveries: endpoint({
    id: 'listCounterRecoveries',
    summary: 'Recoveries of my centre that wait for a second person, of the last day',
    method: 'GET',
    path: '/counter/recoveries',
    allow: ['clerk', 'centre-supervisor'],
    input: z.object({}),
    output: z.object({
      recoveries: z.array(
        z.object({
          recoveryId: PublicId,
          displayName: z.string(),
          username: z.string(),
          papers: z.array(z.enum(RECOVERY_PAPERS)),
          askedAt: Instant,
          /** True where the caller asked for it, and so cannot grant it. */
          mine: z.boolean(),
        }),
      ),
    }),
  }),
  grantCounterRecovery: endpoint({
    id: 'grantCounterRecovery',
    summary:
      'A second person of the centre grants it; the code is answered this once, for the person at the counter',
    method: 'POST',
    path: '/counter/recoveries/{recoveryId}/grant',
    allow: ['clerk', 'centre-supervisor'],
    input: z.object({ recoveryId: PublicId }),
    output: z.object({ code: z.string() }),
  }),
} as const;
