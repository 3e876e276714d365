/** A finding, on the wire or of the checks, with the filer's reason for filing all the same where they gave one. */
export interface ReasonedFinding {
  readonly code: string;
  readonly severity: 'block' | 'warn' | 'note';
  readonly field?: string | undefined;
  readonly evidence?: Readonly<Record<string, unknown>> | undefined;
  readonly overruledBecause?: string | undefined;
}

/**
 * The findings of an answered case with the reasons that still stand. A reason was given for what the finding said
 * then: it is kept while the finding says the same of the same field, and a reason given now goes before it. A
 * warning without one is new or has changed, and its filer is asked again.
 */
export function keepReasons<F extends ReasonedFinding>(
  findings: readonly F[],
  earlier: readonly ReasonedFinding[],
  given: ReadonlyMap<string, string> = new Map(),
): readonly F[] {
  const kept = new Map(
    earlier.flatMap((finding) =>
      finding.overruledBecause ? [[sayingOf(finding), finding.overruledBecause] as const] : [],
    ),
  );
  return findings.map((finding) => {
    const reason = given.get(finding.code) ?? kept.get(sayingOf(finding));
    return reason && finding.severity !== 'block' ? { ...finding, overruledBecause: reason } : finding;
  });
}

/** Warnings that nobody has explained yet. */
export function unexplained<F extends ReasonedFinding>(findings: readonly F[]): readonly F[] {
  return findings.filter(({ severity, overruledBecause }) => severity === 'warn' && !overruledBecause);
}

/** Code, field and evidence as one text; the order of the evidence's names says nothing. */
function sayingOf({ code, field, evidence = {} }: ReasonedFinding): string {
  const parts = Object.entries(evidence).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([code, field ?? '', parts]);
}
