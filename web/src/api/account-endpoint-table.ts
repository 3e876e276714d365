import type { permitApi } from '@permit/domain/contract/permit-api.ts';
import type { EndpointRow } from './endpoint-table.ts';

/** Operations of a person's own account; they come with its pages (web/src/people/account-operations.ts). */
export const ACCOUNT_ROWS = {
  getAccount: ['GET', '/account'],
  setLanguage: ['PUT', '/account/language'],
  setContact: ['POST', '/account/contacts'],
  confirmContact: ['POST', '/account/contacts/confirm'],
  changePassword: ['POST', '/account/password'],
  listSessions: ['GET', '/account/sessions'],
  endSession: ['DELETE', '/account/sessions/{sessionId}'],
  endOtherSessions: ['DELETE', '/account/sessions'],
  startSecondFactor: ['POST', '/account/second-factor'],
  confirmSecondFactor: ['POST', '/account/second-factor/confirm'],
  removeSecondFactor: ['POST', '/account/second-factor/remove'],
  startRecovery: ['POST', '/recovery'],
  finishRecovery: ['POST', '/recovery/finish'],
  grantDelegation: ['POST', '/delegations', 'key'],
  revokeDelegation: ['POST', '/delegations/{delegationId}/revoke'],
  claimAccount: ['POST', '/account-claims', 'key'],
  listMachineKeys: ['GET', '/machine-keys'],
  createMachineKey: ['POST', '/machine-keys', 'key'],
  rotateMachineKey: ['POST', '/machine-keys/{keyId}/rotate'],
  revokeMachineKey: ['DELETE', '/machine-keys/{keyId}'],
} as const satisfies Partial<Record<keyof typeof permitApi, EndpointRow>>;
