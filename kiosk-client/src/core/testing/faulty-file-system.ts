import { type FileSystem, folderOf } from '../offline-store/file-system.ts';

interface Inode {
  /** What a power cut cannot take. */
  durable: Buffer;
  /** What programs see now. */
  current: Buffer;
}

interface NameChange {
  readonly folder: string;
  readonly apply: (names: Map<string, Inode>) => void;
}

/** What a disk may hold after a power cut, by path. */
export type CrashState = ReadonlyMap<string, Buffer>;

/**
 * A disk in memory that keeps apart what was synced and what was not. After every operation, `crashStates` gives
 * what may be found when the power fails there: unsynced bytes present in any length or as zeros, unsynced names
 * present or not, each independent of the others.
 */
export class FaultyFileSystem implements FileSystem {
  private readonly names = new Map<string, Inode>();
  private readonly durableNames = new Map<string, Inode>();
  private pending: NameChange[] = [];
  /** Called after every operation that changes something. */
  afterEach: () => void = () => undefined;
  /** A prefix of paths that fail as a medium that was pulled out. */
  unplugged: string | undefined;

  constructor(files: CrashState = new Map()) {
    for (const [path, bytes] of files) {
      const inode = { durable: bytes, current: bytes };
      this.names.set(path, inode);
      this.durableNames.set(path, inode);
    }
  }

  async read(path: string): Promise<Buffer | undefined> {
    this.requirePlugged(path);
    return this.names.get(path)?.current;
  }

  async list(folder: string): Promise<readonly string[]> {
    this.requirePlugged(folder);
    return [...this.names.keys()]
      .filter((path) => folderOf(path) === folder)
      .map((path) => path.slice(folder.length + 1));
  }

  async makeFolder(folder: string): Promise<void> {
    this.requirePlugged(folder);
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    this.requirePlugged(path);
    const inode = this.names.get(path) ?? { durable: Buffer.alloc(0), current: Buffer.alloc(0) };
    inode.current = Buffer.from(bytes);
    this.name(path, inode);
  }

  async append(path: string, bytes: Uint8Array): Promise<void> {
    const before = (await this.read(path)) ?? Buffer.alloc(0);
    await this.write(path, Buffer.concat([before, bytes]));
  }

  async truncate(path: string, length: number): Promise<void> {
    await this.write(path, (await this.read(path))!.subarray(0, length));
  }

  async rename(from: string, to: string): Promise<void> {
    this.requirePlugged(from);
    const inode = this.names.get(from)!;
    this.change({ folder: folderOf(to), apply: (names) => void (names.delete(from), names.set(to, inode)) });
  }

  async remove(path: string): Promise<void> {
    this.requirePlugged(path);
    this.change({ folder: folderOf(path), apply: (names) => void names.delete(path) });
  }

  async syncFile(path: string): Promise<void> {
    this.requirePlugged(path);
    const inode = this.names.get(path)!;
    inode.durable = inode.current;
    this.afterEach();
  }

  async syncFolder(folder: string): Promise<void> {
    this.requirePlugged(folder);
    for (const change of this.pending) if (change.folder === folder) change.apply(this.durableNames);
    this.pending = this.pending.filter((change) => change.folder !== folder);
    this.afterEach();
  }

  /** Every disk that a power cut at this moment may leave behind. */
  *crashStates(): Generator<CrashState> {
    for (let chosen = 0; chosen < 2 ** this.pending.length; chosen++) {
      const names = new Map(this.durableNames);
      this.pending.forEach((change, index) => {
        if ((chosen >> index) & 1) change.apply(names);
      });
      yield* contents([...names]);
    }
  }

  private name(path: string, inode: Inode): void {
    if (this.names.has(path)) return this.afterEach();
    this.change({ folder: folderOf(path), apply: (names) => void names.set(path, inode) });
  }

  private change(change: NameChange): void {
    change.apply(this.names);
    this.pending.push(change);
    this.afterEach();
  }

  private requirePlugged(path: string): void {
    if (this.unplugged !== undefined && path.startsWith(this.unplugged))
      throw new Error('EIO: medium is gone');
  }
}

function* contents(files: readonly [string, Inode][]): Generator<CrashState> {
  const [first, ...rest] = files;
  if (!first) return yield new Map();
  const [path, inode] = first;
  const own = [...versions(inode)];
  for (const others of contents(rest)) {
    for (const bytes of own) yield new Map([...others, [path, bytes]]);
  }
}

/** Lengths at which an unsynced write may stop, and the same filled up with zeros; the old bytes stay under it. */
function* versions({ durable, current }: Inode): Generator<Buffer> {
  yield durable;
  if (current.equals(durable)) return;
  const grown = current.length - durable.length;
  if (grown <= 0 || !current.subarray(0, durable.length).equals(durable)) return yield current;
  for (const cut of new Set([1, 9, grown >> 1, grown - 1].filter((length) => length > 0 && length < grown))) {
    yield current.subarray(0, durable.length + cut);
    yield Buffer.concat([current.subarray(0, durable.length + cut), Buffer.alloc(grown - cut)]);
  }
  yield Buffer.concat([durable, Buffer.alloc(grown)]);
  yield current;
}
