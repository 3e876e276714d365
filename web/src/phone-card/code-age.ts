/** A code is renewed while the page is open; a phone in the field shows one as old as its last network. */
export const RENEW_AFTER_S = 600;

export interface CodeAge {
  readonly minutes: number;
  readonly state: 'fresh' | 'old' | 'ended';
}

/** How old a code is at `nowMs`, and whether it should be renewed or has ended. */
export function codeAge(
  code: { readonly issuedAt: string; readonly expiresAt: string },
  nowMs: number,
): CodeAge {
  const seconds = Math.max(0, (nowMs - Date.parse(code.issuedAt)) / 1000);
  const ended = nowMs >= Date.parse(code.expiresAt);
  return {
    minutes: Math.floor(seconds / 60),
    state: ended ? 'ended' : seconds >= RENEW_AFTER_S ? 'old' : 'fresh',
  };
}
