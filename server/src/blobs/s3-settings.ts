/** Where an S3-compatible store is and who we are there. */
export interface S3Settings {
  /** Origin; the bucket is the first part of the path, which every store of this kind understands. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** For one attempt, with its body. */
  readonly timeoutMs?: number;
  /** Attempts in all, and the pause before the second; each further pause is twice as long. */
  readonly attempts?: number;
  readonly pauseMs?: number;
}

/** The store answered with a refusal, or not at all within all attempts. Names the bucket's key by chance only. */
export class BlobStoreFault extends Error {
  override readonly name = 'BlobStoreFault';
  /** HTTP status of the last answer; 0 where there was none. */
  readonly status: number;
  constructor(act: string, status: number, cause?: unknown) {
    super(`the blob store refused to ${act}: ${status === 0 ? 'no answer' : status}`, { cause });
    this.status = status;
  }
}
