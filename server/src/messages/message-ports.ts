/** A letter as it goes out; `id` is the same at every attempt, so that the other side can know a second copy. */
export interface OutgoingMail {
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly sender: string;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface OutgoingSms {
  readonly id: string;
  /** E.164. */
  readonly to: string;
  readonly text: string;
}

/**
 * What carries messages out of the house. Both answer the receipt of the other side, throw `MessageRefused` where it
 * will never take the message, and any other error where a later try may help. Neither waits longer than half a minute.
 */
export interface MessagePorts {
  readonly mail: { send(mail: OutgoingMail): Promise<string> } | undefined;
  readonly sms: { send(sms: OutgoingSms): Promise<string> } | undefined;
  close(): void;
}

/** The other side will never take it: no such mailbox, not a telephone number. `code` is for the log. */
export class MessageRefused extends Error {
  override readonly name = 'MessageRefused';
}

export const SEND_TIMEOUT_MS = 30_000;
