/** Same as package.json's engines: ^20.19.0 || ^22.14.0 || >=24.0.0. */
const SUPPORTED = [
  { major: 20, minor: 19 },
  { major: 22, minor: 14 },
];
const NEWEST_FROM = 24;

/**
 * @param {string} version like "20.20.2"
 * @returns {string | undefined} one sentence where this Node cannot run the system
 */
export function nodeVersionFault(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const known = SUPPORTED.find((line) => line.major === major);
  if (major >= NEWEST_FROM || (known && minor >= known.minor)) return undefined;
  return `Node ${version} cannot run this system: install Node 22.14 or newer (20.19 and 24 also work).`;
}
