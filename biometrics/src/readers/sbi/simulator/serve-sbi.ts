import type { Socket } from 'node:net';
import sharp from 'sharp';
import { asObject, parseJson, type JsonObject } from '../json-fields.ts';
import { adminState, applyAdmin } from './admin.ts';
import type { SimulatorFault } from './faults.ts';
import { sendJson, type RawRequest } from './raw-http.ts';
import type { SbiSimulatorOptions } from './sbi-simulator.ts';
import { errorEntry, simulateCapture } from './simulated-capture.ts';
import { deviceInfoOf, discoveryOf, STATUS_ERRORS, type SimulatedDevice } from './simulated-device.ts';
import type { DeviceSigner } from './simulator-trust.ts';

export interface SbiService {
  readonly device: SimulatedDevice;
  readonly stranger: DeviceSigner;
  readonly options: SbiSimulatorOptions;
  readonly rootPem: string;
}

type Handler = (socket: Socket, body: string, service: SbiService) => Promise<void> | void;

const HANDLERS: Readonly<Record<string, Handler>> = {
  'MOSIPDISC /device': discover,
  'MOSIPDINFO /info': describe,
  'RCAPTURE /capture': capture,
  'CAPTURE /capture': (socket) => sendJson(socket, { biometrics: [errorEntry('500')] }),
  'STREAM /stream': stream,
  'GET /admin': (socket, _body, { device }) => sendJson(socket, adminState(device)),
  'POST /admin': change,
  'GET /admin/root': (socket, _body, { rootPem }) => sendJson(socket, { rootPem }),
};

/** Answers one request; what is unknown is 404, what is no JSON 400. */
export async function serveSbi(socket: Socket, request: RawRequest, service: SbiService): Promise<void> {
  const handler = HANDLERS[`${request.verb} ${request.path}`];
  if (handler === undefined) return sendJson(socket, { error: 'unknown' }, '404 Not Found');
  await handler(socket, request.body, service);
}

function readBody(body: string): JsonObject | undefined {
  try {
    return asObject(parseJson(body === '' ? '{}' : body, 'the request'), 'the request');
  } catch {
    return undefined;
  }
}

function discover(socket: Socket, body: string, { device, options }: SbiService): void {
  const type = readBody(body)?.['type'];
  const described = discoveryOf(device, options.time.now());
  const { type: own } = JSON.parse(Buffer.from(String(described['digitalId']), 'base64url').toString()) as {
    type: string;
  };
  if (type === 'Biometric Device' || type === own) return sendJson(socket, [described]);
  const code = type === 'Finger' || type === 'Iris' || type === 'Face' ? '106' : '502';
  sendJson(socket, [
    { error: { errorCode: code, errorInfo: code === '106' ? 'Device not found' : 'Invalid type' } },
  ]);
}

async function describe(socket: Socket, _body: string, { device, options }: SbiService): Promise<void> {
  sendJson(socket, [await deviceInfoOf(device, options.time.now())]);
}

function change(socket: Socket, body: string, { device, options }: SbiService): void {
  const wanted = readBody(body);
  const reason = wanted === undefined ? 'not an object' : applyAdmin(device, wanted, options.person);
  if (reason !== undefined) return sendJson(socket, { error: reason }, '400 Bad Request');
  sendJson(socket, adminState(device));
}

/** One capture at a time: a second one is told 111 at once. A client that leaves ends its capture. */
async function capture(socket: Socket, body: string, service: SbiService): Promise<void> {
  const { device, options, stranger } = service;
  const request = readBody(body);
  if (request === undefined) return sendJson(socket, { biometrics: [errorEntry('102')] });
  if (device.status !== 'Ready')
    return sendJson(socket, { biometrics: [errorEntry(STATUS_ERRORS[device.status].errorCode)] });
  device.status = 'Busy';
  try {
    const fault = device.faults.shift();
    const left = new AbortController();
    socket.once('close', () => left.abort());
    const limit = Number(request['timeout'] ?? 0);
    const late = limit > 0 && device.delayMs > limit;
    await options.time.sleep(late ? limit : device.delayMs, left.signal);
    if (late) return sendJson(socket, { biometrics: [errorEntry('101')] });
    const stage = { device, now: options.time.now(), fault, stranger };
    const answer = JSON.stringify({ biometrics: await simulateCapture(request, stage) });
    await send(socket, answer, fault);
  } finally {
    if (device.status === 'Busy') device.status = 'Ready';
  }
}

/** The answer as the fault lets it out. */
async function send(socket: Socket, answer: string, fault: SimulatorFault | undefined): Promise<void> {
  if (fault === 'hang') return;
  if (fault === 'garbage') return sendJson(socket, '{"biometrics": [!! \u0000 <html>');
  if (fault === 'endless') return await sendEndless(socket);
  if (fault !== 'half-answer') return sendJson(socket, answer);
  socket.write(
    `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(answer)}\r\n\r\n`,
  );
  socket.write(answer.slice(0, answer.length >> 1), () => socket.destroy());
}

/** Far more than any capture holds. */
async function sendEndless(socket: Socket): Promise<void> {
  socket.write(
    'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{"biometrics":["',
  );
  const block = 'A'.repeat(1 << 20);
  for (let i = 0; i < 64 && !socket.destroyed; i++) {
    await new Promise<void>((resolve) => socket.write(block, () => resolve()));
  }
  socket.destroy();
}

const STREAM_PICTURES = 4;
const STREAM_INTERVAL_MS = 66;

/** Motion JPEG of the persona before the device, a few pictures over and over. */
async function stream(socket: Socket, _body: string, { device, options }: SbiService): Promise<void> {
  const pictures: Buffer[] = [];
  for (let take = 1; take <= STREAM_PICTURES; take++) pictures.push(await previewPicture(device, take));
  socket.write(
    'HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=frame\r\nConnection: close\r\n\r\n',
  );
  for (let i = 0; !socket.destroyed; i++) {
    const picture = pictures[i % pictures.length]!;
    socket.write(`--frame\r\nContent-Type: image/jpeg\r\nContent-Length: ${picture.length}\r\n\r\n`);
    socket.write(picture);
    // A client that does not read makes us wait instead of filling memory.
    await new Promise<void>((resolve) => socket.write('\r\n', () => resolve()));
    await options.time.sleep(STREAM_INTERVAL_MS);
  }
}

async function previewPicture(device: SimulatedDevice, take: number): Promise<Buffer> {
  const knobs = { take, severity: device.severity };
  if (device.modality === 'face')
    return await sharp(await device.person.face(knobs))
      .jpeg()
      .toBuffer();
  const shown =
    device.modality === 'iris'
      ? device.person.eye('right-iris', knobs)
      : device.person.finger('right-index', knobs);
  const raw = { width: shown.width, height: shown.height, channels: 1 as const };
  return await sharp(shown.pixels, { raw }).jpeg({ quality: 80 }).toBuffer();
}
