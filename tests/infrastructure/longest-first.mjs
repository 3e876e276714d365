import Sequencer from '@jest/test-sequencer';

/** What kinds of files take longest, longest first; without a cache jest would go by their size. */
const KINDS = ['.journey.test.', '.slow.test.', '.db.test.'];

/** A file that takes a minute and starts last leaves the other core idle. */
export default class LongestFirst extends Sequencer {
  /** @param {import('@jest/test-result').Test[]} tests */
  sort(tests) {
    const rankOf = (/** @type {string} */ path) =>
      (KINDS.findIndex((kind) => path.includes(kind)) + KINDS.length + 1) % (KINDS.length + 1);
    // Stable, so that jest's own order (what took longest the last time) stays within a kind.
    return super.sort(tests).toSorted((a, b) => rankOf(a.path) - rankOf(b.path));
  }
}
