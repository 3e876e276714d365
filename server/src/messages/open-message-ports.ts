import type { Config } from '../config.ts';
import type { MessagePorts } from './message-ports.ts';
import { smsGateway } from './sms-gateway.ts';
import { smtpMail } from './smtp-mail.ts';

/** The ports that the configuration names; a channel without one makes its messages wait. */
export function openMessagePorts(config: Config): MessagePorts {
  const production = config.APP_MODE === 'production';
  const mail = config.SMTP_URL
    ? smtpMail({
        url: config.SMTP_URL,
        from: config.MAIL_FROM ?? 'no-reply@permit.invalid',
        requireTls: production,
      })
    : undefined;
  const sms = config.SMS_GATEWAY_URL
    ? smsGateway({ url: config.SMS_GATEWAY_URL, key: config.SMS_GATEWAY_KEY ?? '', production })
    : undefined;
  return { mail, sms, close: () => mail?.close() };
}
