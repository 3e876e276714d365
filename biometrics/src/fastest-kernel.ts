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

interface Contender<Kernel> {
  readonly kernel: Kernel;
  ms: number;
}

const ROUNDS = 4;

/**
 * The start-up self-test: every variant does the same task; those that differ from the plain twin by a bit or do not
 * load are out, the fastest of the rest is chosen. Which one that is depends on the processor. The twin itself is taken
 * only where no other is left: on a busy machine a clock may say anything, and the twin is ten times slower.
 */
export function fastestKernel<Variant extends string, Kernel>(trial: KernelTrial<Variant, Kernel>): Kernel {
  const { variants, create, task } = trial;
  const plain = create(variants[variants.length - 1] as Variant);
  const expected = task(plain);
  let contenders = variants.slice(0, -1).flatMap((variant) => contenderOf(variant, trial));
  // By turns, so that whatever else the machine does falls on all; the first run is compiled quickly and runs slowly.
  for (let round = 0; round < ROUNDS; round++)
    contenders = contenders.filter((contender) => keepsUp(contender, expected, trial));
  return contenders.sort((a, b) => a.ms - b.ms)[0]?.kernel ?? plain;
}

function contenderOf<Variant extends string, Kernel>(
  variant: Variant,
  { create }: KernelTrial<Variant, Kernel>,
): Contender<Kernel>[] {
  try {
    return [{ kernel: create(variant), ms: Infinity }];
  } catch {
    // A processor without the instructions: the variant is simply not available here.
    return [];
  }
}

/** Takes the time of one run; false where its numbers are not the twin's. */
function keepsUp<Kernel>(
  contender: Contender<Kernel>,
  expected: ArrayLike<number>,
  { task, now }: Pick<KernelTrial<string, Kernel>, 'task' | 'now'>,
): boolean {
  const start = now();
  const made = task(contender.kernel);
  contender.ms = Math.min(contender.ms, now() - start);
  for (let i = 0; i < expected.length; i++) if (!Object.is(made[i], expected[i])) return false;
  return made.length === expected.length;
}
