import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { MODALITIES, type Modality } from '../../../codes.ts';
import { ReaderError } from '../../reader-error.ts';
import type { ReaderTime } from '../../reader-time.ts';
import type { ReaderMode } from '../../reader.ts';
import type { SyntheticPerson } from '../../simulators/synthetic-person.ts';
import { SBI_HOST } from '../sbi-http.ts';
import { createSimulatorTrust, type DeviceSigner, type SimulatorTrust } from './simulator-trust.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { serveSbi } from './serve-sbi.ts';
import { readRequest } from './raw-http.ts';

export interface SbiSimulatorOptions {
  readonly mode: ReaderMode;
  readonly time: ReaderTime;
  /** The first of as many ports as there are devices; 0 lets the system choose each. */
  readonly firstPort: number;
  readonly modalities?: readonly Modality[];
  readonly person: (seed: string) => SyntheticPerson;
  readonly seed: string;
  readonly delayMs?: number;
  /** A root made before, as making keys takes a moment. */
  readonly trust?: SimulatorTrust;
}

export interface SbiSimulator {
  /** The root that a client must pin to believe these devices. */
  readonly rootPem: string;
  readonly devices: readonly SimulatedDevice[];
  stop(): Promise<void>;
}

/** Starts one SBI service per modality, each on its own port of 127.0.0.1. Refused in production. */
export async function startSbiSimulator(options: SbiSimulatorOptions): Promise<SbiSimulator> {
  if (options.mode === 'production') {
    throw new ReaderError('simulator-refused', 'the SBI simulator does not run in production');
  }
  const trust = options.trust ?? createSimulatorTrust(options.time.now());
  let stranger: DeviceSigner | undefined;
  const lazyStranger: DeviceSigner = async (payload) => {
    stranger ??= createSimulatorTrust(options.time.now()).signerFor('STRANGER');
    return await stranger(payload);
  };
  const running: Running[] = [];
  for (const [i, modality] of (options.modalities ?? MODALITIES).entries()) {
    const port = options.firstPort === 0 ? 0 : options.firstPort + i;
    running.push(await startDevice({ modality, port, trust, options, stranger: lazyStranger }));
  }
  return {
    rootPem: trust.rootPem,
    devices: running.map(({ device }) => device),
    stop: async () => void (await Promise.all(running.map(({ stop }) => stop()))),
  };
}

interface Running {
  readonly device: SimulatedDevice;
  stop(): Promise<void>;
}

async function startDevice(start: {
  readonly modality: Modality;
  readonly port: number;
  readonly trust: SimulatorTrust;
  readonly options: SbiSimulatorOptions;
  readonly stranger: DeviceSigner;
}): Promise<Running> {
  const { modality, options, trust, stranger } = start;
  const sockets = new Set<Socket>();
  const server = createServer();
  const port = await listen(server, start.port);
  const serial = `SIM-${modality.toUpperCase()}-${port}`;
  const device: SimulatedDevice = {
    modality,
    port,
    serial,
    signer: trust.signerFor(serial),
    status: 'Ready',
    delayMs: options.delayMs ?? 300,
    severity: 0.2,
    score: undefined,
    faults: [],
    person: options.person(options.seed),
    missing: [],
    take: 0,
  };
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    void answer(socket, { device, stranger, options, rootPem: trust.rootPem });
  });
  const stop = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { device, stop };
}

async function answer(socket: Socket, service: Parameters<typeof serveSbi>[2]): Promise<void> {
  try {
    const request = await readRequest(socket);
    if (request === undefined) socket.destroy();
    else await serveSbi(socket, request, service);
  } catch {
    // A client that leaves in the middle is no fault of ours.
    socket.destroy();
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, SBI_HOST, () => resolve((server.address() as AddressInfo).port));
  });
}
