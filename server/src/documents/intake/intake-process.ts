import { examineFile } from './examine-file.ts';

/** The child's side: one file in, one answer out. Whatever a decoder does here ends with this process. */
process.on('message', (message: { id: number; bytes: Uint8Array }) => {
  void examineFile(message.bytes)
    .catch(() => ({ ok: false as const, reason: 'unreadable' as const }))
    .then((examined) => process.send?.({ id: message.id, examined }));
});
process.on('disconnect', () => process.exit(0));
