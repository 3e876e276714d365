/** One interface of one HID device, as the operating system lists it. */
export interface HidEntry {
  readonly path: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly usagePage: number;
  readonly usage: number;
}

/** An open HID device: whole reports, id byte first, in both directions. */
export interface HidConnection {
  write(report: Uint8Array): Promise<void>;
  /** One listener; called for each input report as it arrives. */
  onReport(listener: (report: Uint8Array) => void): void;
  /** Called once when the device is gone. */
  onGone(listener: (reason: string) => void): void;
  close(): Promise<void>;
}

/** The way to HID devices: node-hid in the field, a script in tests. */
export interface HidTransport {
  list(): Promise<readonly HidEntry[]>;
  /** Rejects when the device is not there or may not be opened. */
  open(path: string): Promise<HidConnection>;
}
