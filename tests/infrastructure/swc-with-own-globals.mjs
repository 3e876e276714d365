import swc from '@swc/jest';

/**
 * Jest runs every file in a context whose globals are looked up through an interceptor, so that each `Math.round` of a
 * loop over pixels is a slow call (measured: 70 s became 2 s). A module that names one of these gets it once, as a
 * constant of its own. Nothing else of it changes.
 */
const NAMES = [
  ...['Array', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Set', 'String'],
  ...['Float32Array', 'Float64Array', 'Int16Array', 'Int32Array', 'Uint16Array', 'Uint32Array', 'Uint8Array'],
];

/** Constants for those names that the code uses and does not declare itself. @param {string} code */
export function ownGlobals(code) {
  const uses = (/** @type {string} */ name) => new RegExp(`\\b${name}\\s*[.(]`).test(code);
  const declares = (/** @type {string} */ name) =>
    new RegExp(
      `\\b(?:const|let|var|class|function|import)\\s+(?:${name}\\b|[{[][^}\\]]*\\b${name}\\b)|\\bas ${name}\\b`,
    ).test(code);
  return NAMES.filter((name) => uses(name) && !declares(name))
    .map((name) => `const ${name} = globalThis.${name};`)
    .join('');
}

/** On the first line, so that places in errors stay true. @param {{code: string}} result */
const withOwnGlobals = (result) => ({ ...result, code: ownGlobals(result.code) + result.code });

export default {
  /** @param {Parameters<typeof swc.createTransformer>[0]} options */
  createTransformer(options) {
    const made = swc.createTransformer(options);
    return {
      ...made,
      process: (...args) => withOwnGlobals(made.process(...args)),
      processAsync: async (...args) => withOwnGlobals(await made.processAsync(...args)),
      getCacheKey: (...args) => `${made.getCacheKey(...args)}-own-globals-1`,
    };
  },
};
