import { z } from 'zod';

const shared = {
  /** Where the permit API answers. */
  PERMIT_API_URL: z.url().default('http://127.0.0.1:8080'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
};

const WorkerConfigSchema = z.object({
  ...shared,
  PRINT_WORKER_USERNAME: z.string().min(3),
  PRINT_WORKER_PASSWORD: z.string().min(1),
});

const HostConfigSchema = z.object({
  ...shared,
  PRINT_HOST_USERNAME: z.string().min(3),
  PRINT_HOST_PASSWORD: z.string().min(1),
  /** The host's own folder: what it has in hand, and, for the folder printer, the cards. */
  PRINT_HOST_DIR: z.string().min(1),
  /** `folder`, or the address of a printer that speaks our loopback protocol (the simulator). */
  PRINTER: z.union([z.literal('folder'), z.url()]).default('folder'),
  /** Blanks in the folder printer's feeder: prefix, first, last, digits. */
  PRINTER_BLANKS: z.string().default('WPC-:1:500'),
});

const SimulatorConfigSchema = z.object({
  PRINTER_SIMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  PRINTER_SIMULATOR_DIR: z.string().min(1),
  PRINTER_BLANKS: z.string().default('WPC-:1:500'),
  /** Faults to come, one a print, by name and parted by commas; `none` is a good print. */
  PRINTER_FAULTS: z.string().default(''),
});

export type WorkerConfig = z.infer<typeof WorkerConfigSchema>;
export type HostConfig = z.infer<typeof HostConfigSchema>;
export type SimulatorConfig = z.infer<typeof SimulatorConfigSchema>;

export const readWorkerConfig = (environment = process.env) => read(WorkerConfigSchema, environment);
export const readHostConfig = (environment = process.env) => read(HostConfigSchema, environment);
export const readSimulatorConfig = (environment = process.env) => read(SimulatorConfigSchema, environment);

/** Stops with the names of what is missing. */
function read<S extends z.ZodType>(schema: S, environment: NodeJS.ProcessEnv): z.infer<S> {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete.\n  ${faults.join('\n  ')}\nSee docs/cards.md.`);
}
