/** What a call throws; undefined where it returns. */
export function faultOf(call: () => unknown): unknown {
  try {
    call();
    return undefined;
  } catch (fault) {
    return fault;
  }
}
