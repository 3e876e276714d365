import { examineFile } from './examine-file.ts';
import type { SentAs } from './examined.ts';

/** The child's side: one file in, one answer out. Whatever a decoder does here ends with this process. */
process.on('message', ({ bytes, sentAs }: { bytes: Uint8Array; sentAs: SentAs }) => {
  void examineFile(bytes, sentAs)
    .catch(() => ({ ok: false as const, reason: 'unreadable' as const }))
    .then((examined) => process.send?.({ examined }));
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
