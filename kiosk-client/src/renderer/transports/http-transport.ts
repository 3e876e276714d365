import type { KioskEvent } from '../../kiosk-api.ts';
import type { KioskAnswer } from '../../kiosk-problems.ts';
import type { KioskTransport } from './kiosk-transport.ts';

const RETRY_MS = 1000;

/** The loopback host. The token comes in the address once and stays in this tab only. */
export function httpTransport(): KioskTransport {
  const headers = { authorization: `Bearer ${takeToken()}`, 'content-type': 'application/json' };
  return {
    ask: async (name, input) => {
      const body = JSON.stringify({ name, input });
      try {
        const response = await fetch('/kiosk/command', { method: 'POST', headers, body });
        if (response.ok) return (await response.json()) as KioskAnswer;
      } catch {
        // The station program has stopped or is being started again.
      }
      return { ok: false, problem: { code: 'internal' } };
    },
    listen: (listener) => {
      const stop = new AbortController();
      void follow(headers, listener, stop.signal);
      return () => stop.abort();
    },
  };
}

function takeToken(): string {
  const hash = new URLSearchParams(location.hash.slice(1));
  const given = hash.get('token');
  if (given) {
    sessionStorage.setItem('station-token', given);
    const screen = hash.get('screen');
    history.replaceState(null, '', `${location.pathname}${screen ? `#${screen}` : ''}`);
  }
  return sessionStorage.getItem('station-token') ?? '';
}

async function follow(
  headers: Record<string, string>,
  listener: (event: KioskEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await readEvents(headers, listener, signal).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

async function readEvents(
  headers: Record<string, string>,
  listener: (event: KioskEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch('/kiosk/events', { headers, signal });
  if (!response.ok || !response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line) listener(JSON.parse(line) as KioskEvent);
  }
}
