import { z } from 'zod';
import { PRINTER_PROBLEMS, type CardPrinter, type PrintReport, type PrinterStatus } from './card-printer.ts';

const Problem = z.enum(PRINTER_PROBLEMS);
const StatusAnswer = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ ready: z.literal(false), problem: Problem }),
]);
const BlankAnswer = z.object({ serial: z.string().optional() });
const ReportAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('card-out'), serialReadBack: z.string().optional(), cardsCounted: z.int() }),
  z.object({ outcome: z.literal('nothing-happened'), problem: Problem }),
  z.object({ outcome: z.literal('doubtful'), problem: Problem, serialReadBack: z.string().optional() }),
]);

const STATUS_TIMEOUT_MS = 5_000;
/** Both faces of a colour card take about half a minute on a retransfer printer. */
const PRINT_TIMEOUT_MS = 60_000;

/** A printer behind our loopback protocol: the simulator, or a maker's service wrapped in the same five calls. */
export function httpPrinter(address: string, printTimeoutMs = PRINT_TIMEOUT_MS): CardPrinter {
  const ask = async (path: string, body?: object, timeoutMs = STATUS_TIMEOUT_MS): Promise<unknown> => {
    const response = await fetch(new URL(path, address), {
      method: body ? 'POST' : 'GET',
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`printer answered ${response.status}`);
    return response.json();
  };
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return {
    status: async () => StatusAnswer.parse(await ask('/status')) satisfies PrinterStatus,
    scanBlank: async () => BlankAnswer.parse(await ask('/blank')).serial,
    printFaces: async ({ front, back, pdf, ...job }) => {
      const body = { ...job, front: base64(front), back: base64(back), pdf: base64(pdf) };
      return ReportAnswer.parse(await ask('/print', body, printTimeoutMs)) as PrintReport;
    },
    eject: async (serial) => void (await ask('/eject', { serial })),
    reject: async (serial) => void (await ask('/reject', { serial })),
  };
}
