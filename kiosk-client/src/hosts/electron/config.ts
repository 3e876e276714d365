import { z } from 'zod';

const Config = z.object({
  STATION_DIR: z.string().min(1),
  STATION_MIRROR_DIR: z.string().min(1).optional(),
  SERVER_URL: z.url({ protocol: /^https?$/ }),
  /** JSON file that names the readers' doors. */
  READERS_FILE: z.string().min(1).optional(),
  CAPTURE_FROM: z.string().min(1).optional(),
  TRAINING: z.enum(['0', '1']).default('0'),
  APP_MODE: z.enum(['demo', 'production']).default('production'),
});

/** Reads the environment; production is the default here, and wants TLS and no samples from files. */
export function readConfig(env: NodeJS.ProcessEnv): Readonly<z.infer<typeof Config>> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Config.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`the station cannot start: ${faults.join('; ')}`);
  }
  const { APP_MODE, CAPTURE_FROM, SERVER_URL } = parsed.data;
  if (APP_MODE === 'production' && CAPTURE_FROM !== undefined) {
    throw new Error('CAPTURE_FROM is refused in production: samples must come from a reader');
  }
  if (APP_MODE === 'production' && !SERVER_URL.startsWith('https:')) {
    throw new Error('SERVER_URL must be https in production');
  }
  return Object.freeze(parsed.data);
}
