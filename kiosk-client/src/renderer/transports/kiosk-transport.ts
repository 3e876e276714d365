import type { KioskEvent } from '../../kiosk-api.ts';
import type { KioskAnswer } from '../../kiosk-problems.ts';

/** How a screen reaches the core: over IPC in Electron, over HTTP in a browser. */
export interface KioskTransport {
  /** Never rejects: what fails on the way is a problem like any other. */
  ask(name: string, input: unknown): Promise<KioskAnswer>;
  /** Calls the listener for each event until the returned function is called; reconnects by itself. */
  listen(listener: (event: KioskEvent) => void): () => void;
}
