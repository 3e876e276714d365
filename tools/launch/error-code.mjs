/**
 * @param {unknown} error
 * @returns {string} the system's code like ENOENT, otherwise the error in words. Not asked with instanceof: errors of
 * Node's own modules come from another realm under jest.
 */
export function codeOf(error) {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
