import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Blobs } from '@permit/server/blobs/blobs.ts';
import { folderBlobs } from '@permit/server/blobs/folder-blobs.ts';
import { s3Blobs } from '@permit/server/blobs/s3-blobs.ts';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUCKET, S3_KEYS, startS3Peer, type S3Peer } from './s3-peer.ts';

interface Store {
  readonly blobs: Blobs;
  /** How many files it holds, asked behind its back. */
  count(): number;
  close(): Promise<void> | void;
}

const STORES: Record<string, () => Promise<Store> | Store> = {
  'a folder': () => {
    const root = mkdtempSync(join(tmpdir(), 'blobs-'));
    const files = () => readdirSync(root, { recursive: true, withFileTypes: true });
    return {
      blobs: folderBlobs(root),
      count: () => files().filter((entry) => entry.isFile()).length,
      close: () => rmSync(root, { recursive: true, force: true }),
    };
  },
  'an S3 store': async () => {
    const peer = await startS3Peer();
    return {
      blobs: s3Blobs({ endpoint: peer.endpoint, bucket: BUCKET, ...S3_KEYS }),
      count: () => peer.objects.size,
      close: () => peer.close(),
    };
  },
};

describe.each(Object.entries(STORES))('files in %s', (_, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  test.each([0, 1, 65_537, 5 * 1024 * 1024])('%i bytes come back as they were put', async (size) => {
    const bytes = randomBytes(size);
    const key = await store.blobs.put(bytes);
    expect(key).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{40}$/);
    expect((await store.blobs.get(key))?.equals(bytes)).toBe(true);
  });

  test('the same bytes put twice are two files; twenty at once are twenty', async () => {
    const before = store.count();
    const bytes = randomBytes(1_000);
    const keys = await Promise.all(Array.from({ length: 20 }, () => store.blobs.put(bytes)));
    expect(new Set(keys).size).toBe(20);
    expect(store.count()).toBe(before + 20);
  });

  test('what was deleted is gone, deleting it again is nothing', async () => {
    const key = await store.blobs.put(randomBytes(10));
    await store.blobs.delete(key);
    await store.blobs.delete(key);
    expect(await store.blobs.get(key)).toBeUndefined();
  });

  test.each(['', '../../etc/passwd', 'ab/cd', `ab/${'g'.repeat(40)}`, `ab/${'0'.repeat(40)}?acl`])(
    'a key that is none, %p, names nothing and deletes nothing',
    async (key) => {
      const before = store.count();
      expect(await store.blobs.get(key)).toBeUndefined();
      await store.blobs.delete(key);
      expect(store.count()).toBe(before);
    },
  );
});

describe('an S3 store with bad luck', () => {
  let peer: S3Peer;
  const quick = { bucket: BUCKET, ...S3_KEYS, timeoutMs: 250, attempts: 3, pauseMs: 2 };
  beforeAll(async () => {
    peer = await startS3Peer();
  });
  afterAll(() => peer.close());
  const blobs = (changes: object = {}) => s3Blobs({ endpoint: peer.endpoint, ...quick, ...changes });

  test.each(['overloaded', 'cut-before', 'cut-after', 'slow'] as const)(
    'a put that meets %s is done once in the end, and its bytes are there',
    async (fault) => {
      const before = peer.objects.size;
      peer.faults.push(fault);
      const bytes = randomBytes(30_000);
      const key = await blobs().put(bytes);
      expect(peer.objects.size).toBe(before + 1);
      expect((await blobs().get(key))?.equals(bytes)).toBe(true);
    },
  );

  test.each(['overloaded', 'cut-before', 'half-body', 'slow'] as const)(
    'a get that meets %s answers the whole file, never half of it',
    async (fault) => {
      const bytes = randomBytes(30_000);
      const key = await blobs().put(bytes);
      peer.faults.push(fault);
      expect((await blobs().get(key))?.equals(bytes)).toBe(true);
    },
  );

  test('after its last attempt it says so within bounded time, and has asked no more than it may', async () => {
    const before = peer.requests;
    peer.faults.push('slow', 'slow', 'slow');
    const started = Date.now();
    await expect(blobs().put(randomBytes(10))).rejects.toMatchObject({ name: 'BlobStoreFault', status: 0 });
    expect(Date.now() - started).toBeLessThan(3_000);
    expect(peer.requests).toBe(before + 3);
  });

  test('where somebody else wrote under its name meanwhile, the other file stays and the put fails', async () => {
    // The line breaks before the act; until the second attempt another program has taken the name.
    peer.faults.push('cut-before');
    const put = blobs({ pauseMs: 60 }).put(Buffer.from('mine'));
    const known = new Set(peer.objects.keys());
    peer.takeNext = Buffer.from('theirs');
    await expect(put).rejects.toMatchObject({ name: 'BlobStoreFault', status: 412 });
    const added = [...peer.objects].filter(([key]) => !known.has(key));
    expect(added.map(([, { bytes }]) => bytes.toString())).toEqual(['theirs']);
  });

  test.each(['forbidden', 'no-bucket'] as const)('%s is a fault and no missing file', async (fault) => {
    const key = await blobs().put(randomBytes(10));
    peer.faults.push(fault);
    await expect(blobs().get(key)).rejects.toMatchObject({ name: 'BlobStoreFault' });
    peer.faults.push(fault);
    await expect(blobs().put(randomBytes(10))).rejects.toMatchObject({ name: 'BlobStoreFault' });
  });

  test('a wrong secret opens nothing, and the store names what was wrong with the signature', async () => {
    peer.refused.length = 0;
    await expect(blobs({ secretAccessKey: 'another' }).put(randomBytes(9))).rejects.toMatchObject({
      status: 403,
    });
    expect(peer.refused).toEqual(['the signature differs']);
  });
});
