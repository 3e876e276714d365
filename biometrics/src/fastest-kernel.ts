/** The variants of one kernel and a fixed task for them; the last variant is the plain twin. */
export interface KernelTrial<Variant extends string, Kernel> {
  readonly variants: readonly Variant[];
  /** Throws where the machine cannot run the variant. */
  readonly create: (variant: Variant) => Kernel;
  /** Does the task and returns every number it made. */
  readonly task: (kernel: Kernel) => ArrayLike<number>;
  /** Milliseconds, for instance `performance.now`. */
  readonly now: () => number;
}

/**
 * The start-up self-test: every variant does the same task; those that differ from the plain twin by a bit or do not
 * load are out, the fastest of the rest is chosen. Which one that is depends on the processor.
 */
export function fastestKernel<Variant extends string, Kernel>(trial: KernelTrial<Variant, Kernel>): Kernel {
  const plain = trial.create(trial.variants[trial.variants.length - 1] as Variant);
  const expected = trial.task(plain);
  let best = { kernel: plain, ms: Infinity };
  for (const variant of trial.variants) {
    const timed = timeOf(variant, expected, trial);
    if (timed && timed.ms < best.ms) best = timed;
  }
  return best.kernel;
}

function timeOf<Variant extends string, Kernel>(
  variant: Variant,
  expected: ArrayLike<number>,
  { create, task, now }: KernelTrial<Variant, Kernel>,
): { kernel: Kernel; ms: number } | undefined {
  try {
    const kernel = create(variant);
    // The first run is compiled quickly and runs slowly; the shortest of the later ones counts.
    let ms = Infinity;
    for (let run = 0; run < 4; run++) {
      const start = now();
      const made = task(kernel);
      ms = Math.min(ms, now() - start);
      for (let i = 0; i < expected.length; i++) if (!Object.is(made[i], expected[i])) return undefined;
    }
    return { kernel, ms };
  } catch {
    // A processor without the instructions: the variant is simply not available here.
    return undefined;
  }
}
