import type { ReaderProblem } from '../../codes.ts';
import type { AdapterSetup } from '../adapter-setup.ts';
import type { CaptureSpec, CaptureTarget, ReaderMode } from '../reader.ts';

/** What the station asks an adapter's process. `open` numbers of readers are chosen by the station. */
export type AdapterOrder =
  | { readonly do: 'discover' }
  | { readonly do: 'open'; readonly readerId: string; readonly open: number }
  | { readonly do: 'info'; readonly open: number }
  | { readonly do: 'capture'; readonly open: number; readonly spec: CaptureSpec }
  | { readonly do: 'preview-start'; readonly open: number; readonly target: CaptureTarget }
  | { readonly do: 'preview-next'; readonly open: number }
  | { readonly do: 'preview-stop'; readonly open: number }
  | { readonly do: 'close'; readonly open: number };

export type ToAdapter =
  | { readonly kind: 'setup'; readonly setup: AdapterSetup; readonly mode: ReaderMode }
  | { readonly kind: 'order'; readonly id: number; readonly order: AdapterOrder }
  | { readonly kind: 'abort'; readonly id: number }
  | { readonly kind: 'ping' };

export type FromAdapter =
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly problem: ReaderProblem; readonly detail: string }
  | {
      readonly kind: 'refused';
      readonly what: string;
      readonly problem: ReaderProblem;
      readonly detail: string;
    }
  | { readonly kind: 'pong' };
