import type { Who } from '../api/api-client.ts';
import { hasRole } from '../app/roles-of.ts';

const PAGES = [
  ['/office/corrections', 'corrections', ['registrar', 'head-of-office']],
  ['/office/appeals', 'appeals', ['minister-office']],
  [
    '/office/attention',
    'attention',
    [
      'centre-supervisor',
      'assistant-registrar',
      'registrar',
      'head-of-office',
      'administrator',
      'finance-officer',
    ],
  ],
  ['/office/publishing', 'publishing', ['head-of-office', 'administrator']],
] as const;

/** The pages of this folder that the caller has work on, in the order of the menu, with the key of their name. */
export function lifecyclePages(
  who: Who,
): readonly (readonly [href: string, name: (typeof PAGES)[number][1]])[] {
  return PAGES.filter(([, , roles]) => hasRole(who, ...roles)).map(([href, name]) => [href, name] as const);
}
