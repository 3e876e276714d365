/** A number that a reader looked at while it read a well-formed file. */
export interface Field {
  readonly offset: number;
  readonly width: number;
  readonly little: boolean;
}

const GETTERS = { getUint8: 1, getUint16: 2, getUint32: 4, getInt32: 4 } as const;

/**
 * Every number that `read` takes from the bytes: lengths, counts, offsets and sizes of any format, without
 * a table of layouts that could forget one. Observed at DataView, which all our readers go through; meant
 * for proofs alone, since it exchanges methods of the platform while it runs.
 */
export async function observedFields(bytes: Uint8Array, read: () => Promise<unknown>): Promise<Field[]> {
  const fields = new Map<string, Field>();
  const restore = watch((offset, width, little, buffer) => {
    const at = offset - bytes.byteOffset;
    if (buffer === bytes.buffer) fields.set(`${at}/${width}`, { offset: at, width, little });
  });
  try {
    await read();
  } finally {
    restore();
  }
  return [...fields.values()];
}

type Seen = (offset: number, width: number, little: boolean, buffer: ArrayBufferLike) => void;

function watch(seen: Seen): () => void {
  const prototype = DataView.prototype;
  const originals = Object.keys(GETTERS).map(
    (name) => [name, Reflect.get(prototype, name) as Getter] as const,
  );
  for (const [name, original] of originals) {
    const width = GETTERS[name as keyof typeof GETTERS];
    Reflect.set(prototype, name, function (this: DataView, offset: number, little = false) {
      seen(this.byteOffset + offset, width, little, this.buffer);
      return original.call(this, offset, little);
    });
  }
  return () => originals.forEach(([name, original]) => Reflect.set(prototype, name, original));
}

type Getter = (this: DataView, offset: number, little?: boolean) => number;
