import type { DocumentType } from '@permit/domain/catalogue/document-type.ts';
import type { PortraitMeasures } from './portrait/measure-portrait.ts';

/** One page of a PDF, drawn anew as a picture: what people see of it. */
export interface PagePicture {
  readonly mime: 'image/jpeg';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What the intake says of a file: re-encoded bytes with their measures, or why it was refused. */
export type Examined =
  | {
      readonly ok: true;
      readonly mime: 'image/jpeg' | 'image/png' | 'application/pdf';
      /** A picture is encoded anew; a PDF is what came, is kept for evidence and shown to nobody. */
      readonly bytes: Uint8Array;
      /** SHA-256 of the file as it came, for evidence. */
      readonly originalSha256: Uint8Array;
      /** The scanner that found nothing in it. */
      readonly scannedBy?: string;
      /** Of a PDF: each page as a picture. */
      readonly pages?: readonly PagePicture[];
      readonly width?: number;
      readonly height?: number;
      /** Where it was sent as a portrait: what the check of portraits goes by. */
      readonly portrait?: PortraitMeasures;
      /** Where it was sent as something else and is plainly this. */
      readonly seenAs?: DocumentType;
    }
  | {
      readonly ok: false;
      readonly reason: IntakeReason;
      /** The process ended before it said anything: killed by the file, or by something else. */
      readonly lost?: true;
      /** Where a virus was found: its name, and the scanner that knows it. */
      readonly signature?: string;
      readonly scannedBy?: string;
    };
/** What a file was sent as, as far as the intake looks at it otherwise. */
export interface SentAs {
  readonly portrait: boolean;
}

export const A_PAPER: SentAs = { portrait: false };

/** A portrait is measured besides (checks/portrait.ts). */
export const sentAs = (kind: string): SentAs => ({ portrait: kind === 'photo' });

export type Taken = Extract<Examined, { ok: true }>;
export type Refused = Extract<Examined, { ok: false }>;

/** Why a file was not taken; the `detailCode` of `image-refused`, but for a virus (docs/error-codes.md). */
export type IntakeReason =
  | 'empty'
  | 'too-large'
  | 'not-allowed-kind'
  | 'unreadable'
  | 'too-many-pixels'
  | 'too-many-pages'
  | 'page-too-large'
  | 'active-content'
  | 'encrypted'
  | 'two-formats'
  | 'took-too-long'
  | 'infected';
