import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe finds against the page as it stands, a line for each rule with the places. Asked directly: axe's own
 * bridge to playwright injects itself anew for every look and carries every passed rule back, which took ten times
 * as long as looking. Our pages have no frames.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: here } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await here.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(' ')) }));
  });
  return found.map(({ id, targets }) => `${id} at ${targets.join('; ')}`);
}
