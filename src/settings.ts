import { z } from 'zod';

/** An environment variable that is set but empty counts as not set, so that `.env.example` can be copied as it is. */
const unset = (value: unknown): unknown => (value === '' ? undefined : value);
const setting = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(unset, schema);

const snowflake = z
  .string()
  .regex(/^\d{17,20}$/u, 'must be the 17 to 20 digits that Discord shows with “Copy ID”');
const port = z.coerce
  .number('must be a port number')
  .int('must be a port number')
  .min(0, 'must be a port number')
  .max(65_535, 'must be a port number');
const share = z.coerce.number('must be a number from 0 to 1').min(0).max(1);

/** Every setting; `.env.example` says what each means. */
const settingsSchema = z.object({
  DISCORD_TOKEN: setting(
    z.string().min(50, 'must be the bot token from the Discord developer portal').optional(),
  ),
  DISCORD_GUILD_ID: setting(snowflake.optional()),
  DISCORD_API: setting(
    z
      .url({ protocol: /^https?$/u, error: 'must be an address such as https://discord.com/api' })
      .default('https://discord.com/api'),
  ),
  PORT: setting(port.default(3000)),
  HOST: setting(
    z.union([z.ipv4(), z.ipv6()], 'must be an IP address such as 127.0.0.1 or 0.0.0.0').default('127.0.0.1'),
  ),
  METRICS_PORT: setting(port.optional()),
  PUBLIC_URL: setting(
    z
      .url({ protocol: /^https?$/u, error: 'must be an address such as https://quotes.example.org' })
      .transform((url) => url.replace(/\/+$/u, ''))
      .optional(),
  ),
  PUBLIC_PORT: setting(port.default(3001)),
  ARTICLES_DIR: setting(z.string().default('seeds')),
  DATA_DIR: setting(z.string().default('data')),
  DATABASE_URL: setting(
    z
      .url({ protocol: /^postgres(?:ql)?$/u, error: 'must look like postgres://user:password@host/database' })
      .optional(),
  ),
  SEARCH_URL: setting(
    z
      .string()
      .refine(
        (urls) => urls.split(',').every((url) => /^https?:$/u.test(URL.parse(url.trim())?.protocol ?? '')),
        'must look like https://user:password@host:9200; several of one cluster are separated by commas',
      )
      .optional(),
  ),
  INDEX_MEMORY_MB: setting(
    z.coerce.number('must be a number of megabytes').min(20, 'must be at least 20 megabytes').optional(),
  ),
  FOUND_CONFIDENCE: setting(share.optional()),
  UNSURE_CONFIDENCE: setting(share.optional()),
  READER: setting(z.enum(['auto', 'on', 'off'], 'must be auto, on or off').default('auto')),
  READER_THREADS: setting(
    z.coerce
      .number('must be 1 or 2')
      .int('must be 1 or 2')
      .min(1, 'must be 1 or 2')
      .max(2, 'must be 1 or 2')
      .default(2),
  ),
  FOLLOW_PER_HOUR: setting(
    z.coerce
      .number('must be a number from 1 to 60')
      .int('must be a number from 1 to 60')
      .min(1, 'must be a number from 1 to 60')
      .max(60, 'must be a number from 1 to 60')
      .default(6),
  ),
  LOG_LEVEL: setting(z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info')),
});

export type Settings = z.output<typeof settingsSchema>;

/** The names of all settings, for the test that compares them with the documentation. */
export const SETTING_NAMES = Object.keys(settingsSchema.shape);

/** Settings that cannot be used: the message lists all mistakes, one a line. */
export class SettingsError extends Error {
  override name = 'SettingsError';
  /** EX_CONFIG (sysexits.h): only a person can mend it. */
  readonly exitCode = 78;
}

/** Reads the settings from environment variables; reports all mistakes together. Throws {@link SettingsError}. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const settings = settingsSchema.safeParse(environment);
  const faults = settings.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  const { UNSURE_CONFIDENCE: unsure = 0, FOUND_CONFIDENCE: found = 1 } = settings.data ?? {};
  if (unsure > found) {
    faults.push('UNSURE_CONFIDENCE: must not be above FOUND_CONFIDENCE');
  }
  if (!settings.success || faults.length > 0) {
    throw new SettingsError(
      `These settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
  }
  return settings.data;
}
