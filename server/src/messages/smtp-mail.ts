import { createTransport } from 'nodemailer';
import { MessageRefused, SEND_TIMEOUT_MS, type MessagePorts, type OutgoingMail } from './message-ports.ts';

interface SmtpFault {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/**
 * E-mail by SMTP. `requireTls` (production) refuses a server that does not encrypt. Every wait is bounded: a mail
 * server that accepts and then says nothing must not hold a worker.
 */
export function smtpMail(options: {
  readonly url: string;
  readonly from: string;
  readonly requireTls: boolean;
}): NonNullable<MessagePorts['mail']> & { close(): void } {
  const secure = new URL(options.url).protocol === 'smtps:';
  const transport = createTransport({
    url: options.url,
    pool: true,
    maxConnections: 4,
    requireTLS: options.requireTls && !secure,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: SEND_TIMEOUT_MS - 5_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: (mail) => within(SEND_TIMEOUT_MS, transport.sendMail(letterOf(mail, options.from)).then(receiptOf)),
    close: () => transport.close(),
  };
}

function letterOf(mail: OutgoingMail, from: string) {
  const host = from.split('@')[1] ?? 'localhost';
  return {
    messageId: `<${mail.id}@${host}>`,
    from: { name: mail.sender, address: from },
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // No answering machine answers it (RFC 3834).
    headers: { 'auto-submitted': 'auto-generated', 'content-language': mail.language },
  };
}

const receiptOf = (info: { response?: string }) => (info.response ?? '').slice(0, 200);

/** A refusal of this recipient is for ever; one of our own sign-in, or of anything else, is not. */
function refusalOf(error: unknown): unknown {
  const { responseCode = 0, command = '', code } = (error ?? {}) as SmtpFault;
  const ofRecipient = code === 'EENVELOPE' && /RCPT|MAIL|envelope/i.test(command);
  if (ofRecipient && responseCode >= 500) return new MessageRefused(`smtp-${responseCode}`);
  // What the server says may quote the address: the log gets its number alone.
  return new Error(`smtp ${code ?? 'fault'} ${responseCode || ''}`.trim());
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('smtp timeout')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw refusalOf(error);
  } finally {
    clearTimeout(timer);
  }
}
