import { generateSync } from 'otplib/functional';
import { apiClient, type ApiClient } from './api-client.ts';

export interface DemoAccount {
  readonly role: string;
  readonly username: string;
  readonly password: string;
  readonly secondFactor?: string;
  readonly tenant: string;
}

const STEP_MS = 30_000;
/** Steps already used by an account: a code works once. */
const used = new Map<string, number>();

/** Signs a demo person in with their password and, for staff, the next unused code. */
export async function signInAs(origin: string, account: DemoAccount): Promise<ApiClient> {
  const { username, password, secondFactor } = account;
  const code = secondFactor ? { code: await freshCode(username, secondFactor) } : {};
  const session = await apiClient(origin).call('signIn', { username, password, ...code, delivery: 'body' });
  return apiClient(origin, session.accessToken);
}

/** The next code that this program has not used yet. The server takes one step ahead of its clock as well, so a second sign-in in one half minute needs no waiting. */
export async function freshCode(username: string, secret: string): Promise<string> {
  const now = Math.floor(Date.now() / STEP_MS);
  const step = Math.max(now, (used.get(username) ?? 0) + 1);
  if (step > now + 1) {
    await new Promise((resolve) => setTimeout(resolve, (step - 1) * STEP_MS - Date.now()));
  }
  used.set(username, step);
  return generateSync({ secret, epoch: (step * STEP_MS) / 1000 });
}
