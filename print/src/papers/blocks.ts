/** A piece of a paper, from top to bottom. */
export type Block =
  | { readonly kind: 'title'; readonly thai: string; readonly english: string; readonly own?: string }
  | { readonly kind: 'field'; readonly label: string; readonly value: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly size?: number; readonly bold?: boolean }
  | { readonly kind: 'amount'; readonly label: string; readonly value: string; readonly bold?: boolean }
  /** `side` in millimetres; 40 where it is absent. */
  | { readonly kind: 'qr'; readonly text: string; readonly caption: string; readonly side?: number }
  | { readonly kind: 'barcode'; readonly text: string; readonly caption: string }
  | { readonly kind: 'signature'; readonly lines: readonly string[] }
  | { readonly kind: 'rule' }
  | { readonly kind: 'gap'; readonly height: number };
