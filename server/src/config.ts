import { z } from 'zod';

/** Everything the server's programs read from the environment; docs/operations.md describes each. */
const Variables = z.object({
  APP_MODE: z.enum(['demo', 'production']).default('demo'),
  DATABASE_URL: z.string().min(1),
  REDIS_URL: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  /** So many processes of the permit API answer at one port; each uses one core. */
  API_PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  PUBLIC_URL: z.string().default('http://127.0.0.1:8080'),
  DATA_DIR: z.string().min(1),
  KEY_STORE_FILE: z.string().min(1),
  KEY_STORE_PASSPHRASE: z.string().default(''),
  /** Folder outside DATA_DIR that the heads of the audit chain are written to. */
  ANCHOR_FILE: z.string().min(1),
  /** SPKI PEM of the key with which the bank signs its reports. */
  BANK_PUBLIC_KEY_FILE: z.string().optional(),
  /** Where the bank answers questions about payments; without it nothing is asked and no day is reconciled. */
  BANK_URL: z.url().optional(),
  /** smtp: or smtps: address of the mail server, with user and password in it where it wants them. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  /** Where SMS are handed in by HTTP (docs/messages.md says in which form), and the key for it. */
  SMS_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_GATEWAY_KEY: z.string().optional(),
  /** Where sealed files lie: `folder` below DATA_DIR (default), or `s3`, which wants the five below. */
  BLOB_STORE: z.enum(['folder', 's3']).optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z.string().min(3).optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** clamd, which looks for viruses in what is filed: `tcp://host:3310` or `unix:/run/clamav/clamd.sock`. */
  CLAMD_URL: z.url({ protocol: /^(tcp|unix)$/ }).optional(),
  WEB_DIR: z.string().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Declared demo clock for business dates, as an ISO instant; refused in production (decisions.md 11). */
  DEMO_CLOCK: z.iso.datetime({ offset: true }).optional(),
});
const OF_S3 = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
const ConfigSchema = Variables.superRefine((config, context) => {
  if (config.BLOB_STORE !== 's3') return;
  for (const name of OF_S3)
    if (!config[name]) context.addIssue({ code: 'custom', path: [name], message: 'BLOB_STORE=s3 wants it' });
});
export type Config = Readonly<z.infer<typeof ConfigSchema>>;

/** Stops the process with the name of what is missing; never starts half configured. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = ConfigSchema.safeParse(environment);
  if (parsed.success) return Object.freeze(parsed.data);
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete.\n  ${faults.join('\n  ')}\nSee docs/operations.md.`);
}
