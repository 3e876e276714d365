import { readPhone } from '@permit/domain/people/phone.ts';

export const KINDS = ['worker', 'employer', 'agent'] as const;
export type Registration = Record<'kind' | 'displayName' | 'username' | 'password' | 'contact', string>;

export const NOTHING_TYPED: Registration = {
  kind: '',
  displayName: '',
  username: '',
  password: '',
  contact: '',
};

/** What the server would refuse anyway, told at the field. */
export function faultsOf(typed: Registration): (keyof Registration)[] {
  const { kind, displayName, username, password, contact } = typed;
  const faults: (keyof Registration)[] = [];
  if (kind === '') faults.push('kind');
  if (displayName.trim() === '') faults.push('displayName');
  if (username.trim().length < 3) faults.push('username');
  if (password.length < 10) faults.push('password');
  if (contact.trim() !== '' && !contactOf(contact)) faults.push('contact');
  return faults;
}

/** One field for both: an address has an @, whatever else reads as a telephone number goes by SMS. */
export function contactOf(typed: string): { channel: 'email' | 'sms'; address: string } | undefined {
  const address = typed.trim();
  if (/^\S+@\S+\.\S+$/.test(address)) return { channel: 'email', address };
  return readPhone(address) ? { channel: 'sms', address } : undefined;
}
