import { z } from 'zod';
import { AttorneyActSchema, ATTORNEY_ACTS } from '../catalogue/parties.ts';
import { Username } from './accounts-api.ts';
import { endpoint } from './endpoint.ts';
import { Instant, Nothing, PublicId, Satang, ShortText, WireDate } from './wire-types.ts';

const Party = z.object({ partyId: PublicId, name: z.string() });
export const Delegation = z
  .object({
    delegationId: PublicId,
    from: Party,
    to: Party,
    acts: z.array(AttorneyActSchema),
    validFrom: WireDate,
    validUntil: WireDate,
    stampDutySatang: Satang,
    paperReference: z.string().optional(),
    state: z.enum(['coming', 'in-force', 'over', 'taken-back']),
    /** True where the caller's side gave it. */
    given: z.boolean(),
    /** Cases that it opens to the attorney now. */
    cases: z.int(),
  })
  .meta({ id: 'Delegation' });

export const AccountClaim = z
  .object({
    claimId: PublicId,
    claimedAt: Instant,
    claimant: z.string(),
    username: z.string(),
    statement: z.string(),
    papers: z.array(z.string()),
    cases: z.int(),
    decidedAt: Instant.optional(),
    upheld: z.boolean().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'AccountClaim' });

const CLAIM_OFFICERS = ['registrar', 'head-of-office'] as const;

export const delegationsApi = {
  listDelegations: endpoint({
    id: 'listDelegations',
    summary: 'Powers of attorney that my side gave or holds',
    method: 'GET',
    path: '/delegations',
    allow: ['worker', 'employer', 'agent'],
    input: z.object({}),
    output: z.object({ delegations: z.array(Delegation) }),
  }),
  grantDelegation: endpoint({
    id: 'grantDelegation',
    summary:
      'Let an agent act for me: which acts, from when, until when; opens my cases of those acts to them',
    method: 'POST',
    path: '/delegations',
    allow: ['worker', 'employer'],
    idempotency: 'key',
    status: 201,
    input: z.object({
      agentPartyId: PublicId,
      acts: z.array(AttorneyActSchema).min(1).max(ATTORNEY_ACTS.length),
      validFrom: WireDate,
      validUntil: WireDate,
      attorneys: z.int().min(1).max(20).default(1),
      jointly: z.boolean().default(false),
      stampDutySatang: Satang,
      paperReference: ShortText.optional(),
    }),
    output: z.object({ delegationId: PublicId }),
  }),
  revokeDelegation: endpoint({
    id: 'revokeDelegation',
    summary:
      'Take a power of attorney back, or lay it down; the agent sees nothing of its cases from then on',
    method: 'POST',
    path: '/delegations/{delegationId}/revoke',
    allow: ['worker', 'employer', 'agent'],
    input: z.object({ delegationId: PublicId, reason: ShortText }),
    output: Nothing,
  }),
  claimAccount: endpoint({
    id: 'claimAccount',
    summary:
      'Claim an account of mine that somebody else holds, a former agent for instance, with what proves it',
    method: 'POST',
    path: '/account-claims',
    allow: ['worker', 'employer'],
    idempotency: 'key',
    status: 201,
    input: z.object({
      username: Username,
      statement: ShortText,
      papers: z.array(ShortText).min(1).max(10),
    }),
    output: z.object({ claimId: PublicId }),
  }),
  listClaims: endpoint({
    id: 'listClaims',
    summary: 'Claims to accounts: an officer sees the open ones, a claimant their own',
    method: 'GET',
    path: '/account-claims',
    allow: ['worker', 'employer', ...CLAIM_OFFICERS],
    input: z.object({}),
    output: z.object({ claims: z.array(AccountClaim) }),
  }),
  decideClaim: endpoint({
    id: 'decideClaim',
    summary: 'Uphold a claim (sessions of the account end, party and cases go to the claimant) or refuse it',
    method: 'POST',
    path: '/account-claims/{claimId}/decision',
    allow: CLAIM_OFFICERS,
    input: z.object({ claimId: PublicId, upheld: z.boolean(), reason: ShortText }),
    output: Nothing,
  }),
} as const;
