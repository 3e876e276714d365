import { z } from 'zod';
import { ROLES } from '../staff/roles.ts';
import { endpoint } from './endpoint.ts';
import { Instant, Nothing, PublicId, ShortText } from './wire-types.ts';

export const Username = z.string().trim().toLowerCase().min(3).max(120);
export const Password = z.string().min(10).max(200);
export const SecondFactor = z.string().regex(/^\d{6}$/);
const RoleName = z.enum(ROLES as readonly [string, ...string[]]).meta({ id: 'Role' });

/** An e-mail address or a telephone number, as typed. */
export const ContactInput = z
  .object({ channel: z.enum(['email', 'sms']), address: z.string().trim().min(5).max(200) })
  .meta({ id: 'ContactInput' });

export const Who = z
  .object({
    accountId: PublicId,
    displayName: z.string(),
    roles: z.array(z.object({ role: RoleName, partyId: PublicId, partyName: z.string() })),
    expiresAt: Instant,
  })
  .meta({ id: 'Who' });

const Session = z
  .object({ accessToken: z.string(), refreshToken: z.string().optional(), who: Who })
  .meta({ id: 'Session' });

const delivery = z.enum(['cookie', 'body']).default('cookie');

export const accountsApi = {
  signIn: endpoint({
    id: 'signIn',
    summary: 'Start a session with a name, a password and, for staff, a six-digit code',
    method: 'POST',
    path: '/session',
    allow: 'public',
    input: z.object({
      username: Username,
      password: z.string().min(1).max(200),
      code: SecondFactor.optional(),
      delivery,
    }),
    output: Session,
  }),
  refreshSession: endpoint({
    id: 'refreshSession',
    summary: 'Exchange the refresh token for new ones; each works once',
    method: 'POST',
    path: '/session/refresh',
    allow: 'public',
    input: z.object({ refreshToken: z.string().max(200).optional(), delivery }),
    output: Session,
  }),
  signOut: endpoint({
    id: 'signOut',
    summary: 'End the session and every token of it',
    method: 'DELETE',
    path: '/session',
    allow: ROLES,
    input: z.object({}),
    output: Nothing,
  }),
  whoAmI: endpoint({
    id: 'whoAmI',
    summary: 'Who is signed in, and for whom they act',
    method: 'GET',
    path: '/session',
    allow: ROLES,
    input: z.object({}),
    output: Who,
  }),
  registerAccount: endpoint({
    id: 'registerAccount',
    summary: 'Open an account for a worker, an employer or an agent',
    method: 'POST',
    path: '/accounts',
    allow: 'public',
    idempotency: 'key',
    status: 201,
    input: z.object({
      username: Username,
      password: Password,
      kind: z.enum(['worker', 'employer', 'agent']),
      displayName: z.string().trim().min(1).max(200),
      language: z.enum(['th', 'en', 'my', 'km', 'lo', 'vi']).default('th'),
      /** Where news and recovery codes go once it is confirmed. */
      contact: ContactInput.optional(),
    }),
    output: z.object({ accountId: PublicId, partyId: PublicId }),
  }),
  createStaff: endpoint({
    id: 'createStaff',
    summary: 'Open an account for a member of staff; answers the one-time secret of the second factor',
    method: 'POST',
    path: '/staff',
    allow: ['administrator'],
    idempotency: 'key',
    status: 201,
    input: z.object({
      username: Username,
      password: Password,
      displayName: z.string().trim().min(1).max(200),
      role: RoleName,
      partyId: PublicId,
      /** Thai identity number; kept as a keyed hash only, so that two accounts of one human count as one. */
      nationalId: z.string().trim().max(20).optional(),
      orderNo: ShortText.optional(),
    }),
    output: z.object({ accountId: PublicId, secondFactorUri: z.string().optional() }),
  }),
  disableStaff: endpoint({
    id: 'disableStaff',
    summary: 'End an account of staff and all its sessions',
    method: 'POST',
    path: '/staff/{accountId}/disable',
    allow: ['administrator'],
    input: z.object({ accountId: PublicId, reason: ShortText }),
    output: Nothing,
  }),
  assignRole: endpoint({
    id: 'assignRole',
    summary: 'Give a person a role for a party by a written order, for a time',
    method: 'POST',
    path: '/staff/{accountId}/roles',
    allow: ['administrator'],
    input: z.object({
      accountId: PublicId,
      role: RoleName,
      partyId: PublicId,
      orderNo: ShortText,
      until: Instant.optional(),
    }),
    output: Nothing,
  }),
  resetFactor: endpoint({
    id: 'resetFactor',
    summary: 'Replace a lost second factor',
    method: 'POST',
    path: '/staff/{accountId}/second-factor',
    allow: ['administrator'],
    input: z.object({ accountId: PublicId, reason: ShortText }),
    output: z.object({ secondFactorUri: z.string() }),
  }),
} as const;
