import { papersApi } from '@permit/domain/contract/papers-api.ts';
import type { Registrar } from '../http/route.ts';
import { downloadBundle } from './download-bundle.ts';
import { listPapers } from './list-papers.ts';
import type { PaperPress } from './paper-press.ts';
import { readPaper } from './read-paper.ts';
import { getBundle, requestBundle } from './request-bundle.ts';

/** Papers as PDF, one by one and many as a ZIP. */
export function registerPaperRoutes({ route, outside }: Registrar, press: PaperPress): void {
  route(papersApi.listPapers, listPapers);
  outside(papersApi.getPaper, (around, input) => readPaper(around, press, input));
  route(papersApi.requestBundle, requestBundle, {
    replay: {
      ids: ({ bundleId }) => ({ bundleId }),
      rebuild: (tx, { bundleId }) => getBundle(tx, { bundleId: String(bundleId) }),
    },
  });
  route(papersApi.getBundle, getBundle);
  outside(papersApi.downloadBundle, downloadBundle);
}
