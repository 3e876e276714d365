import type { Endpoint } from '@permit/domain/contract/endpoint.ts';
import { ROLE_CLASS } from '@permit/domain/staff/roles.ts';
import type { Request } from 'express';
import type { Deps } from '../deps.ts';
import { PUBLIC, type Caller } from '../database/transaction.ts';
import { ACTING_PARTY } from '@permit/domain/contract/http-request.ts';
import { ApiError } from '../errors.ts';
import { isMachineKey, machineCaller } from '../machine-keys/machine-caller.ts';
import { claimsOf, type TokenClaims } from './access-token.ts';

/**
 * Who asks, for this endpoint: the first of their roles that may call it, with the parties of that class. Who names a
 * party (`Acting-Party`) is taken at their word if it is theirs and its role may call.
 * Public endpoints need no token and get none of its rights.
 */
export function callerOf(deps: Deps, request: Request, endpoint: Endpoint): Caller | Promise<Caller> {
  if (endpoint.allow === 'public') return PUBLIC;
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token && isMachineKey(token)) return machineCaller(deps, token, endpoint);
  const claims = claimsOf(deps, request);
  if (!claims) throw new ApiError('not-signed-in');
  const now = deps.clock.now().getTime();
  const roles = claims.roles.filter(({ until }) => until === undefined || until > now);
  return actAs({ ...claims, roles }, endpoint.allow, request.get(ACTING_PARTY));
}

function actAs(claims: TokenClaims, allow: readonly string[], named: string | undefined): Caller {
  const able = claims.roles.filter(({ role }) => allow.includes(role));
  const chosen = named === undefined ? able : able.filter(({ party }) => party === named);
  const [acting] = chosen;
  if (!acting) throw new ApiError('not-permitted', able.length > 0 ? { detailCode: 'not-your-party' } : {});
  const callerClass = ROLE_CLASS[acting.role];
  const same = claims.roles.filter(({ role }) => ROLE_CLASS[role] === callerClass);
  return {
    callerClass,
    role: acting.role,
    personId: claims.person,
    accountId: claims.account,
    accountPublicId: claims.accountPublic,
    sessionId: claims.sid,
    partyIds: distinct(same.map(({ partyId }) => partyId)),
    actsFor: distinct(chosen.map(({ partyId }) => partyId)),
    roles: claims.roles,
  };
}

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)];
