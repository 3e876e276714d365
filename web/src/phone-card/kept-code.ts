/** What the phone holds of one permit; the code inside names its person, so it is never kept readable. */
export interface PhoneCode {
  readonly permitId: string;
  readonly permitNo: string;
  readonly state: string;
  readonly validTo: string;
  readonly revision: number;
  readonly qr: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
}

const DATABASE = 'permit-phone-card';
const STORE = 'kept';

/**
 * The last code, for places without a network: sealed with a key that this browser made and that no script can read out,
 * gone at its end, at sign-out, and when the permit has ended.
 */
export async function keepCode(code: PhoneCode): Promise<void> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(code));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text);
  await inStore('readwrite', (store) => store.put({ key, iv, sealed }, 'code'));
}

/** The kept code; undefined where there is none, or where it can no longer be opened. */
export async function readKeptCode(): Promise<PhoneCode | undefined> {
  const kept = (await inStore('readonly', (store) => store.get('code')).catch(() => undefined)) as
    { key: CryptoKey; iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer } | undefined;
  if (!kept) return undefined;
  try {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, kept.key, kept.sealed);
    return JSON.parse(new TextDecoder().decode(text)) as PhoneCode;
  } catch {
    return undefined;
  }
}

export async function forgetCode(): Promise<void> {
  await inStore('readwrite', (store) => store.clear()).catch(() => undefined);
}

function inStore(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(opening.error ?? new Error('no database'));
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => {
        database.close();
        resolve(request.result);
      };
      transaction.onabort = () => {
        database.close();
        reject(transaction.error ?? new Error('not kept'));
      };
    };
  });
}
