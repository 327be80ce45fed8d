import { isIPv4, isIPv6 } from 'node:net'
import { z } from 'zod'

const emptyAsUnset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyAsUnset, schema.optional())

/** `10.0.0.0/8`, `192.168.1.7`, `fd00::/8`. */
function isNetwork(text: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  if (isIPv4(address)) return bits === undefined || Number(bits) <= 32
  return isIPv6(address) && !address.includes('%') && (bits === undefined || Number(bits) <= 128)
}

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.preprocess(
    emptyAsUnset,
    z.coerce.number('a port number from 0 to 65535').int().min(0).max(65535).default(3000),
  ),
  HOST: z.preprocess(emptyAsUnset, z.string().default('0.0.0.0')),
  DATABASE_URL: optional(
    z.string().regex(/^postgres(ql)?:\/\//, 'a URL that starts with postgres:// or postgresql://'),
  ),
  JEJAK_DATA_DIR: z.preprocess(emptyAsUnset, z.string().default('.jejak')),
  JEJAK_SECRET: optional(z.string().min(16, 'at least 16 characters (openssl rand -hex 32 makes a good one)')),
  JEJAK_URL: optional(z.url('the public URL, such as https://jejak.example.com')),
  JEJAK_ADMIN_EMAIL: optional(z.email('an email address')),
  JEJAK_ADMIN_PASSWORD: optional(z.string().min(8, 'at least 8 characters')),
  JEJAK_API_TOKEN: optional(z.string().min(16, 'at least 16 characters')),
  JEJAK_FORWARD_ALLOW: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ''),
    )
    .refine(
      (list) => list.every(isNetwork),
      'addresses or ranges such as 10.0.0.0/8, 192.168.1.7 or fd00::/8, separated by commas',
    ),
  JEJAK_TRUST_PROXY: z.preprocess(
    (value) => emptyAsUnset(value) ?? '0',
    z.enum(['0', '1', 'true', 'false'], '1 or 0').transform((value) => value === '1' || value === 'true'),
  ),
})

export type Env = z.infer<typeof schema> & {
  /** The secret of a provider's default source from `<PROVIDER>_WEBHOOK_SECRET`, by provider id. */
  webhookSecret(providerId: string): string | undefined
}

/**
 * The environment, checked. Throws one Error that lists every fault, each with the name, what was expected and no value
 * (a value may be a secret).
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const result = schema.safeParse(source)
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')}: expected ${issue.message}`)
    throw new Error(`The environment is not usable:\n${faults.join('\n')}`)
  }
  return {
    ...result.data,
    webhookSecret: (providerId) => {
      const value = source[`${providerId.toUpperCase().replaceAll('-', '_')}_WEBHOOK_SECRET`]?.trim()
      return value ? value : undefined
    },
  }
}

let cached: Env | undefined

/** The environment of this process, read and checked once. */
export function env(): Env {
  cached ??= readEnv()
  return cached
}
