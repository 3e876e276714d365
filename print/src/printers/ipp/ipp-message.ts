/** Value tags of RFC 8010 §3.5 that we write or need to tell apart. */
export const IPP_TAG = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  textWithoutLanguage: 0x41,
  nameWithoutLanguage: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  naturalLanguage: 0x48,
  mimeMediaType: 0x49,
} as const;

export type IppValue = string | number | boolean;
export interface IppAttribute {
  readonly tag: number;
  readonly name: string;
  readonly value: IppValue;
}

const GROUP = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04 } as const;

/** Operations of RFC 8011 §5.4.15. */
export const IPP_OPERATION = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  getJob: 0x0009,
  getPrinter: 0x000b,
} as const;

export interface IppRequest {
  readonly operation: number;
  readonly requestId: number;
  readonly attributes: readonly IppAttribute[];
  readonly document?: Uint8Array;
}

/** The bytes of a request, IPP 2.0, with its document behind the attributes. */
export function encodeIpp({ operation, requestId, attributes, document }: IppRequest): Buffer {
  const head = Buffer.alloc(9);
  head.set([2, 0], 0);
  head.writeUInt16BE(operation, 2);
  head.writeUInt32BE(requestId, 4);
  head[8] = GROUP.operation;
  const body = attributes.map(encodeAttribute);
  return Buffer.concat([head, ...body, Buffer.of(GROUP.end), document ?? Buffer.alloc(0)]);
}

function encodeAttribute({ tag, name, value }: IppAttribute): Buffer {
  const bytes = encodeValue(value);
  const head = Buffer.alloc(3);
  head[0] = tag;
  head.writeUInt16BE(Buffer.byteLength(name), 1);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([head, Buffer.from(name), length, bytes]);
}

function encodeValue(value: IppValue): Buffer {
  if (typeof value === 'boolean') return Buffer.of(value ? 1 : 0);
  if (typeof value === 'string') return Buffer.from(value);
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

export interface IppResponse {
  /** Below 0x0100 the operation succeeded. */
  readonly status: number;
  /** Every attribute of every group by its name; several values in their order. */
  readonly attributes: ReadonlyMap<string, readonly IppValue[]>;
}

/** Shortest message: version, status, request id. */
const HEAD_LENGTH = 8;

/** Reads a response, or undefined where the bytes end too soon. Values of other kinds are kept as their text. */
export function decodeIpp(bytes: Buffer): IppResponse | undefined {
  if (bytes.length < HEAD_LENGTH) return undefined;
  const attributes = new Map<string, IppValue[]>();
  let name = '';
  for (let at = HEAD_LENGTH; at < bytes.length;) {
    const tag = bytes[at]!;
    if (tag === GROUP.end) return { status: bytes.readUInt16BE(2), attributes };
    at += 1;
    // Tags below 0x10 only begin another group.
    if (tag < 0x10) continue;
    const field = readField(bytes, at);
    if (!field) return undefined;
    // A further value of the same attribute has no name of its own.
    if (field.name !== '') name = field.name;
    attributes.set(name, [...(attributes.get(name) ?? []), decodeValue(tag, field.value)]);
    at = field.end;
  }
  return undefined;
}

function readField(bytes: Buffer, at: number): { name: string; value: Buffer; end: number } | undefined {
  const nameEnd = at + 2 <= bytes.length ? at + 2 + bytes.readUInt16BE(at) : Infinity;
  const valueAt = nameEnd + 2;
  if (valueAt > bytes.length) return undefined;
  const end = valueAt + bytes.readUInt16BE(nameEnd);
  if (end > bytes.length) return undefined;
  return { name: bytes.toString('utf8', at + 2, nameEnd), value: bytes.subarray(valueAt, end), end };
}

function decodeValue(tag: number, bytes: Buffer): IppValue {
  const isNumber = (tag === IPP_TAG.integer || tag === IPP_TAG.enum) && bytes.length === 4;
  if (isNumber) return bytes.readInt32BE();
  if (tag === IPP_TAG.boolean && bytes.length === 1) return bytes[0] === 1;
  return bytes.toString('utf8');
}
