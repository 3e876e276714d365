import { MessageRefused, SEND_TIMEOUT_MS, type MessagePorts } from './message-ports.ts';

/**
 * SMS by an HTTP gateway: POST {to, text, reference} with a bearer key, and the reference as Idempotency-Key, so that
 * a second try of the same message is no second SMS. 2xx with {id}: taken. 400, 404 and 422: this number or text is
 * refused for ever. Everything else is tried again. A gateway that says it is simulated is refused in production.
 */
export function smsGateway(options: {
  readonly url: string;
  readonly key: string;
  readonly production: boolean;
  readonly timeoutMs?: number;
}): NonNullable<MessagePorts['sms']> {
  return {
    async send({ id, to, text }) {
      const response = await fetch(options.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${options.key}`,
          'idempotency-key': id,
        },
        body: JSON.stringify({ to, text, reference: id }),
        redirect: 'error',
        signal: AbortSignal.timeout(options.timeoutMs ?? SEND_TIMEOUT_MS - 5_000),
      });
      if (options.production && response.headers.has('x-simulated'))
        throw new Error('the SMS gateway is a simulator');
      if ([400, 404, 422].includes(response.status)) throw new MessageRefused(`sms-${response.status}`);
      if (!response.ok) throw new Error(`sms gateway answered ${response.status}`);
      const body = (await response.json().catch(() => ({}))) as { id?: unknown };
      return typeof body.id === 'string' ? body.id.slice(0, 200) : '';
    },
  };
}
