import type { Endpoint } from '@permit/domain/contract/endpoint.ts';
import { ROLE_CLASS } from '@permit/domain/staff/roles.ts';
import type { Request } from 'express';
import type { Deps } from '../deps.ts';
import { PUBLIC, type Caller } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { isMachineKey, machineCaller } from '../machine-keys/machine-caller.ts';
import { readAccessToken, type TokenClaims } from './access-token.ts';

/**
 * Who asks, for this endpoint: the first of their roles that may call it, with the parties of that class.
 * Public endpoints need no token and get none of its rights.
 */
export function callerOf(deps: Deps, request: Request, endpoint: Endpoint): Caller | Promise<Caller> {
  if (endpoint.allow === 'public') return PUBLIC;
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token && isMachineKey(token)) return machineCaller(deps, token, endpoint);
  const claims = token ? readAccessToken(deps.keys, token, deps.clock.now()) : undefined;
  if (!claims) throw new ApiError('not-signed-in');
  const now = deps.clock.now().getTime();
  const roles = claims.roles.filter(({ until }) => until === undefined || until > now);
  return actAs({ ...claims, roles }, endpoint.allow);
}

function actAs(claims: TokenClaims, allow: readonly string[]): Caller {
  const acting = claims.roles.find(({ role }) => allow.includes(role));
  if (!acting) throw new ApiError('not-permitted');
  const callerClass = ROLE_CLASS[acting.role];
  const same = claims.roles.filter(({ role }) => ROLE_CLASS[role] === callerClass);
  return {
    callerClass,
    role: acting.role,
    personId: claims.person,
    accountId: claims.account,
    accountPublicId: claims.accountPublic,
    sessionId: claims.sid,
    partyIds: [...new Set(same.map(({ partyId }) => partyId))],
    roles: claims.roles,
  };
}
