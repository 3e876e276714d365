import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import type { PrintJob } from '../card-printer.ts';
import { ippCardPrinter, type SerialScanner } from './ipp-card-printer.ts';
import { ippClient } from './ipp-client.ts';
import { decodeIpp, encodeIpp, IPP_OPERATION, IPP_TAG, type IppAttribute } from './ipp-message.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

interface FakePrinter {
  readonly jobStates: number[];
  readonly reasons?: readonly string[];
  readonly refusesWith?: number;
}

/** An IPP printer of a few lines: answers by operation, and keeps the documents that it was handed. */
async function servingIpp({ jobStates, reasons = ['none'], refusesWith = 0 }: FakePrinter) {
  const received: Buffer[] = [];
  const answers: Readonly<Record<number, () => IppAttribute[]>> = {
    [IPP_OPERATION.printJob]: () => [{ tag: IPP_TAG.integer, name: 'job-id', value: 7 }],
    [IPP_OPERATION.getJob]: () => [{ tag: IPP_TAG.enum, name: 'job-state', value: jobStates.shift() ?? 5 }],
    [IPP_OPERATION.getPrinter]: () => [
      { tag: IPP_TAG.enum, name: 'printer-state', value: 3 },
      { tag: IPP_TAG.boolean, name: 'printer-is-accepting-jobs', value: true },
      // Further values of an attribute come without a name.
      ...reasons.map((value, at) => ({
        tag: IPP_TAG.keyword,
        name: at === 0 ? 'printer-state-reasons' : '',
        value,
      })),
    ],
  };
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const message = Buffer.concat(chunks);
    const operation = message.readUInt16BE(2);
    if (operation === IPP_OPERATION.printJob) received.push(message);
    const attributes = answers[operation]?.() ?? [];
    response.end(encodeIpp({ operation: refusesWith, requestId: message.readUInt32BE(4), attributes }));
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return { received, uri: `ipp://127.0.0.1:${(server.address() as AddressInfo).port}/ipp/print` };
}

const job: PrintJob = {
  printOrderId: 'order-1',
  blankSerial: 'WPC-000001',
  front: Buffer.from('front'),
  back: Buffer.from('back'),
  pdf: Buffer.from('%PDF-the-document'),
};

/** A desk where the same serial is read before and after. */
const scanner = (cardOut: string | undefined = 'WPC-000001'): SerialScanner => ({
  blankInFront: async () => 'WPC-000001',
  cardOut: async () => cardOut,
  putAway: async () => undefined,
});

const printerAt = (uri: string, desk = scanner()) =>
  ippCardPrinter({ client: ippClient(uri, 2_000), scanner: desk, pause: async () => {}, mostPolls: 3 });

test('hands the PDF over, waits for the end of the job and reads the card back', async () => {
  const { received, uri } = await servingIpp({ jobStates: [3, 5, 9] });
  expect(await printerAt(uri).printFaces(job)).toEqual({
    outcome: 'card-out',
    cardsCounted: 1,
    serialReadBack: 'WPC-000001',
  });
  const message = received[0]!;
  expect(message.subarray(-job.pdf.length).equals(Buffer.from(job.pdf))).toBe(true);
  const { attributes } = decodeIpp(message)!;
  expect(attributes.get('attributes-charset')).toEqual(['utf-8']);
  expect(attributes.get('job-name')).toEqual(['order-1']);
  expect(attributes.get('document-format')).toEqual(['application/pdf']);
  expect(attributes.get('printer-uri')).toEqual([uri]);
});

test.each([
  ['aborted', [8], 'print-failed'],
  ['cancelled', [7], 'print-failed'],
  ['still running when patience ends', [5, 5, 5], 'no-answer'],
])('a job that is %s is doubtful', async (_, jobStates, problem) => {
  const { uri } = await servingIpp({ jobStates: [...jobStates] });
  expect(await printerAt(uri).printFaces(job)).toEqual({ outcome: 'doubtful', problem });
});

test('a printer that is away or refuses leaves the job doubtful', async () => {
  expect(await printerAt('ipp://127.0.0.1:9/ipp').printFaces(job)).toMatchObject({ outcome: 'doubtful' });
  const { uri } = await servingIpp({ jobStates: [], refusesWith: 0x0507 });
  expect(await printerAt(uri).printFaces(job)).toMatchObject({ outcome: 'doubtful' });
});

test.each([
  [['none'], { ready: true }],
  [['cover-open-error'], { ready: false, problem: 'cover-open' }],
  [['media-needed-report', 'marker-supply-empty-error'], { ready: false, problem: 'no-blank' }],
])('reasons %j are status %j', async (reasons, status) => {
  const { uri } = await servingIpp({ jobStates: [], reasons });
  expect(await printerAt(uri).status()).toEqual(status);
});

test('an answer cut anywhere is no answer, never a crash', () => {
  const attributes = [{ tag: IPP_TAG.integer, name: 'job-id', value: 7 }];
  const whole = encodeIpp({ operation: 0, requestId: 1, attributes });
  expect(decodeIpp(whole)?.attributes.get('job-id')).toEqual([7]);
  for (let length = 0; length < whole.length; length += 1) {
    expect(decodeIpp(whole.subarray(0, length))).toBeUndefined();
  }
});
