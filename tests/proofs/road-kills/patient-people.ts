import {
  ApiRefusal,
  apiClient,
  type Answer,
  type ApiClient,
  type Ask,
} from '../../../tools/road/api-client.ts';
import { signInAs } from '../../../tools/road/sign-in-as.ts';
import type { OperationId } from '@permit/domain/contract/permit-api.ts';
import { pause, RoadBroken } from './pause.ts';
import type { RunningInstance } from './running-instance.ts';

const LONGEST_MS = 300_000;
const BETWEEN_MS = 250;
/** Refusals that mean "not now": everything else is an answer. */
const NOT_NOW = ['in-progress', 'conflict', 'unavailable', 'internal', 'too-many-requests', 'account-locked'];
const SESSION_LOST = ['not-signed-in', 'session-ended'];

/** Whether asking again can help: a lost connection, an answer that was cut off, or "not now". */
export function passes(error: unknown): boolean {
  if (error instanceof ApiRefusal) return [...NOT_NOW, ...SESSION_LOST].includes(error.code);
  // fetch: TypeError for a lost connection, DOMException for a timeout, SyntaxError for half an answer.
  return error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError;
}

/** The demo's people as people are: they sign in again, and ask again until there is an answer. */
export class PatientPeople {
  readonly #instance: RunningInstance;
  readonly #note: (text: string) => void;
  readonly #signedIn = new Map<string, ApiClient>();

  constructor(instance: RunningInstance, note: (text: string) => void) {
    this.#instance = instance;
    this.#note = note;
  }

  /** One try. A session that is over is forgotten, so that the next try signs in. */
  async once<Id extends OperationId>(
    username: string | undefined,
    id: Id,
    ask: Ask<Id>,
    key?: string,
  ): Promise<Answer<Id>> {
    const client = await this.#clientOf(username);
    try {
      return await client.call(id, ask, key === undefined ? {} : { key });
    } catch (error) {
      const code = error instanceof ApiRefusal ? error.code : undefined;
      if (username && code && SESSION_LOST.includes(code)) this.#signedIn.delete(username);
      // A fault that the server could not name is a finding, even where the next try succeeds.
      if (code === 'internal') this.#note(`${id} answered "internal"`);
      throw error;
    }
  }

  /** Asks until there is an answer; for reading, and for acts with an Idempotency-Key. */
  async ask<Id extends OperationId>(
    username: string | undefined,
    id: Id,
    ask: Ask<Id>,
    key?: string,
  ): Promise<Answer<Id>> {
    return this.#patiently(id, () => this.once(username, id, ask, key));
  }

  async #patiently<T>(what: string, act: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + LONGEST_MS;
    for (;;) {
      try {
        return await act();
      } catch (error) {
        if (!passes(error)) throw error;
        if (Date.now() > deadline) throw new RoadBroken(`no answer to ${what}: ${String(error)}`);
        await pause(BETWEEN_MS);
      }
    }
  }

  async #clientOf(username: string | undefined): Promise<ApiClient> {
    const { web } = this.#instance.endpoints();
    if (username === undefined) return apiClient(web);
    const known = this.#signedIn.get(username);
    if (known) return known;
    const account = this.#instance.accounts().find((one) => one.username === username);
    if (!account) throw new RoadBroken(`the demo has no ${username}`);
    const client = await this.#signIn(web, account);
    this.#signedIn.set(username, client);
    return client;
  }

  /** A code works once: where the answer of a first try was lost its code is used, and the next one is taken. */
  async #signIn(web: string, account: Parameters<typeof signInAs>[1]): Promise<ApiClient> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#patiently('signIn', () => signInAs(web, account));
      } catch (error) {
        const wrong = error instanceof ApiRefusal && error.code === 'wrong-credentials';
        if (!wrong || attempt === 3) throw error;
      }
    }
  }
}
