import { z } from 'zod';

const flag = z.enum(['on', 'off']);
const url = (protocol: RegExp) => z.url({ protocol, hostname: /.+/ });

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATABASE_URL: url(/^postgres(ql)?$/),
  DATABASE_OWNER_URL: url(/^postgres(ql)?$/).optional(),
  DATABASE_WORKER_URL: url(/^postgres(ql)?$/).optional(),
  DATABASE_ROLE_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,30}$/, 'takes lower-case letters, digits and _')
    .default('signstash_'),
  AUTH_SECRET: z.string().min(32).optional(),
  AUTH_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: flag.default('off'),
  BASE_PATH: z
    .string()
    .regex(/^(\/[a-z0-9-]+)*$/)
    .default(''),
  STORAGE_URL: z
    .url({ protocol: /^s3(\+http)?$/, hostname: /.+/ })
    .refine(
      (given) => URL.canParse(given) && new URL(given).pathname.length > 1,
      'must name a bucket: s3://key:secret@host/bucket',
    )
    .optional(),
  SIGNSTASH_MASTER_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'takes 32 bytes in base64')
    .optional(),
  SIGNSTASH_SANDBOX_URL: z.url({ protocol: /^http$/, hostname: /^(127\.0\.0\.1|localhost)$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, hostname: /.+/ }).optional(),
  MAIL_FROM: z.email('takes an e-mail address').optional(),
  SIGNSTASH_ENVIRONMENT: z.string().min(1).max(40).default('demo'),
  SIGNSTASH_TIME_ZONE: z.string().min(1).default('Europe/Lisbon'),
  SIGNSTASH_ENGINE_TOKEN: z.string().min(32).optional(),
  SIGNSTASH_DEMO: flag.default('off'),
  CRON_SECRET: z.string().min(32).optional(),
  METRICS_TOKEN: z.string().min(32).optional(),
  WORKER: z.enum(['on', 'off', 'only']).default('on'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});

export type Env = z.infer<typeof schema>;

/** Without these a production start is refused: nobody could sign in, no mail would go out, or everybody could register. */
const neededInProduction = [
  'AUTH_SECRET',
  'SIGNSTASH_ENGINE_TOKEN',
  'CRON_SECRET',
  'METRICS_TOKEN',
  'AUTH_URL',
  'SMTP_URL',
  'SIGNSTASH_MASTER_KEY',
] as const;

/**
 * Reads and checks an environment.
 * @throws Error with one sentence that names the first variable at fault.
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`Environment variable ${issue?.path.join('.')}: ${issue?.message}. See README, Configuration.`);
  }
  const env = parsed.data;
  if (env.NODE_ENV !== 'production' || env.SIGNSTASH_DEMO === 'on') return env;
  if (env.SIGNSTASH_SANDBOX_URL)
    throw new Error('Environment variable SIGNSTASH_SANDBOX_URL: production never calls the sandbox authority.');
  const missing = neededInProduction.find((name) => env[name] === undefined);
  if (missing) throw new Error(`Environment variable ${missing} is missing; production does not start without it.`);
  return env;
}

/** Whether this process serves real people: production that is no demonstration. Asks nothing else of the environment. */
export function isRealInstallation(): boolean {
  return process.env.NODE_ENV === 'production' && process.env.SIGNSTASH_DEMO !== 'on';
}

let parsed: Env | undefined;

/** The checked environment of this process, read once. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** next-auth 4 reads its own address from the process: AUTH_URL (localhost at PORT when absent) with its API's path. */
export function tellNextAuth(): void {
  const { AUTH_URL, PORT, BASE_PATH } = env();
  process.env.NEXTAUTH_URL = new URL(`${BASE_PATH}/api/auth`, AUTH_URL ?? `http://localhost:${PORT}`).href;
}
