import { renderPaper } from '@permit/print/papers/render-paper.ts';
import type { PaperInput } from '@permit/domain/papers/paper.ts';

/** One paper in, its bytes out, or why there can be none; never a word of what stands on it. */
export type Pressed =
  { readonly ok: true; readonly pdf: Uint8Array } | { readonly ok: false; readonly problem: string };

/** The child's side. Fonts are parsed once and kept; what goes wrong here ends with this process. */
process.on('message', ({ id, paper }: { id: number; paper: PaperInput }) => {
  void renderPaper(paper)
    .then((pdf): Pressed => ({ ok: true, pdf }))
    .catch((error: Error): Pressed => ({ ok: false, problem: problemOf(error) }))
    .then((pressed) => process.send?.({ id, pressed }));
});
process.on('disconnect', () => process.exit(0));

/** Field names and code points only: values may be names (house style 12). */
function problemOf(error: Error & { issues?: readonly { path: readonly PropertyKey[] }[] }): string {
  if (error.issues)
    return `paper: ${error.issues.map(({ path }) => path.join('.')).join(', ')}`.slice(0, 200);
  return error.message.startsWith('no font holds') ? error.message.slice(0, 200) : error.name;
}
