import { examineFile } from './examine-file.ts';

/** The child's side: one file in, one answer out. Whatever a decoder does here ends with this process. */
process.on('message', ({ bytes }: { bytes: Uint8Array }) => {
  void examineFile(bytes)
    .catch(() => ({ ok: false as const, reason: 'unreadable' as const }))
    .then((examined) => process.send?.({ examined }));
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
