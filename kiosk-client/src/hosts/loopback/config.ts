import { z } from 'zod';

const Config = z.object({
  /** Folder of this station's journal, packets and key; made where there is none. */
  STATION_DIR: z.string().min(1),
  /** Folder on a second medium, where one is fitted. */
  STATION_MIRROR_DIR: z.string().min(1).optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(8090),
  /** Origin of the permit API, without /api/v1. */
  SERVER_URL: z.url({ protocol: /^https?$/ }),
  STATION_NAME: z.string().trim().min(1).max(60).default('Station 1'),
  /** Enrolment code: a supervisor's short-lived access token, used once where the station is not enrolled yet. */
  STATION_ENROLMENT_TOKEN: z.string().min(1).optional(),
  /** Protects the journal's key; a demo station without one uses a well-known passphrase. */
  STATION_PASSPHRASE: z.string().min(12).optional(),
  /** Token that the screens must show; made at random where none is given. */
  STATION_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9_-]{32,128}$/)
    .optional(),
  /** JSON file that names the readers' doors. */
  READERS_FILE: z.string().min(1).optional(),
  CAPTURE_FROM: z.string().min(1).optional(),
  PREVIEW_MS: z.coerce.number().int().min(0).max(10_000).default(1000),
  TRAINING: z.enum(['0', '1']).default('0'),
  APP_MODE: z.enum(['demo', 'production']).default('demo'),
});
export type LoopbackConfig = z.infer<typeof Config>;

/** Reads the environment; throws an Error whose message names every variable that is missing or wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Readonly<LoopbackConfig> {
  // An empty variable is what shells and service files write for "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  // The launcher names the API for every program alike.
  given['SERVER_URL'] ??= given['PERMIT_API_URL'];
  const parsed = Config.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`the station cannot start: ${faults.join('; ')}`);
  }
  if (parsed.data.APP_MODE === 'production') {
    throw new Error(
      'the loopback host is refused in production: use the Electron station (docs/production.md)',
    );
  }
  return Object.freeze(parsed.data);
}
