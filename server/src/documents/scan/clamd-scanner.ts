import { askClamd, type ClamdAddress } from './clamd-connection.ts';
import type { ScanVerdict, VirusScanner } from './virus-scanner.ts';

const TIMEOUT_MS = 15_000;
const PROBE_MS = 2_000;
/** The version holds the day of the signatures; it is asked again so that a paper says by which it was looked at. */
const VERSION_FOR_MS = 600_000;
const FOUND = /^stream: (.{1,200}) FOUND$/;

/**
 * clamd by its INSTREAM command. The answers are a short closed list; whatever is not in it is no verdict, so that a
 * changed or foreign server never makes a file clean.
 */
export function clamdScanner(url: string, { timeoutMs = TIMEOUT_MS, now = Date.now } = {}): VirusScanner {
  const address: ClamdAddress = { url, timeoutMs };
  let version: { readonly text: string; readonly until: number } | undefined;
  const by = async (): Promise<string> => {
    if (!version || version.until <= now()) {
      const text = (await askClamd(address, 'VERSION')).replace(/[^\x20-\x7e]/g, '').slice(0, 80);
      version = { text, until: now() + VERSION_FOR_MS };
    }
    return version.text;
  };
  return {
    kind: 'clamd',
    async scan(bytes) {
      try {
        return verdictOf(await askClamd(address, 'INSTREAM', bytes), await by());
      } catch {
        return { kind: 'unavailable' };
      }
    },
    probe: () =>
      askClamd({ url, timeoutMs: Math.min(timeoutMs, PROBE_MS) }, 'PING').then(
        (answer) => answer === 'PONG',
        () => false,
      ),
  };
}

function verdictOf(answer: string, by: string): ScanVerdict {
  if (answer === 'stream: OK') return { kind: 'clean', by };
  const signature = FOUND.exec(answer)?.[1];
  return signature
    ? { kind: 'infected', by, signature: signature.replace(/[^\x20-\x7e]/g, '?') }
    : { kind: 'unavailable' };
}
