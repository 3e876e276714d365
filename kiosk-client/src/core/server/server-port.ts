import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { permitApi } from '@permit/domain/contract/permit-api.ts';
import type { z } from 'zod';

type PermitApi = typeof permitApi;
export type OperationId = keyof PermitApi;
/** Input as a caller writes it: fields with a default may be left out. */
export type Ask<Id extends OperationId> = z.input<PermitApi[Id]['input']>;
export type Answer<Id extends OperationId> = OutputOf<PermitApi[Id]>;
export type Parsed<Id extends OperationId> = InputOf<PermitApi[Id]>;

/** Two callers share a station: the machine itself, and the person who works at it. */
export type Caller = 'station' | 'operator';

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly code?: string | undefined;
}

/** The permit API as the station's core sees it. All failures are `ServerProblem`s. */
export interface ServerPort {
  /** Starts a session for the caller; later calls use and refresh it. */
  signIn(caller: Caller, credentials: Credentials): Promise<Answer<'signIn'>['who']>;
  /** Uses an access token that somebody else was given. */
  useToken(caller: Caller, token: string): void;
  /** Forgets the session; tells the server when it can. */
  signOut(caller: Caller): Promise<void>;
  call<Id extends OperationId>(caller: Caller, id: Id, ask: Ask<Id>): Promise<Answer<Id>>;
}

/** Why the server did not do it. `offline` when nobody answered: the same call may succeed later. */
export class ServerProblem extends Error {
  readonly code: string;
  readonly offline: boolean;

  constructor(code: string, offline = false) {
    super(code);
    this.name = 'ServerProblem';
    this.code = code;
    this.offline = offline;
  }
}
