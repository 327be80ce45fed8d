import { parseArgs } from 'node:util'
import { z } from 'zod'
import { DEFAULT_SHARES } from './planned-delivery'

export type Options = z.infer<ReturnType<typeof schemaFor>>

export type ParsedOptions = { kind: 'run'; options: Options } | { kind: 'help' } | { kind: 'faults'; faults: string[] }

/** What the command line may leave out is taken from here. */
export interface Defaults {
  url: string
  now: Date
  providerIds: readonly string[]
}

const NAMES = [
  'orders',
  'rate',
  'seed',
  'url',
  'now',
  'connections',
  'repeats',
  'late',
  'out-of-order',
  'bad-signatures',
  'broken',
  'providers',
] as const
const LISTS = ['secret', 'source'] as const

/** Reads the command line. Faults say which option, what was expected and what came; a secret is never repeated. */
export function parseOptions(args: readonly string[], defaults: Defaults): ParsedOptions {
  let values: Record<string, string | boolean | (string | boolean)[] | undefined>
  try {
    values = parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h' },
        ...Object.fromEntries(NAMES.map((name) => [name, { type: 'string' as const }])),
        ...Object.fromEntries(LISTS.map((name) => [name, { type: 'string' as const, multiple: true }])),
      },
    }).values
  } catch (error) {
    return { kind: 'faults', faults: [error instanceof Error ? error.message : String(error)] }
  }
  if (values.help) return { kind: 'help' }
  const result = schemaFor(defaults).safeParse(values)
  if (result.success) return { kind: 'run', options: result.data }
  const faults = new Map<string, string>()
  for (const { path, message } of result.error.issues) {
    const name = String(path[0])
    const came = name === 'secret' ? '' : `; received "${String(values[name])}"`
    if (!faults.has(name)) faults.set(name, `--${name}: expected ${message}${came}.`)
  }
  return { kind: 'faults', faults: [...faults.values()] }
}

function schemaFor({ url, now, providerIds }: Defaults) {
  const list = `<provider>=<value> with a provider out of ${providerIds.join(', ')}`
  const pair = z
    .string()
    .transform((text) => text.split(/=(.*)/s).slice(0, 2))
    .pipe(z.tuple([z.enum(providerIds, list), z.string().min(1, list)], list))
  const pairs = z
    .array(pair)
    .default([])
    .transform((entries): Record<string, string> => Object.fromEntries(entries))
  return z.object({
    orders: number('a whole number from 1 to 10000000', 1, 10_000_000, true).default(50),
    rate: number('deliveries per second from 0 (as fast as possible) to 100000', 0, 100_000).default(20),
    seed: number('a whole number from 0 to 2147483647', 0, 2 ** 31 - 1, true).default(1),
    url: z.url({ protocol: /^https?$/, error: 'a URL such as http://localhost:3000' }).default(url),
    now: z.iso
      .datetime({ offset: true, error: 'an ISO 8601 time with a zone, such as 2026-01-31T12:00:00Z' })
      .transform((text) => new Date(text))
      .default(now),
    connections: number('a whole number from 1 to 1024', 1, 1024, true).default(8),
    repeats: share().default(DEFAULT_SHARES.repeats),
    late: share().default(DEFAULT_SHARES.late),
    'out-of-order': share().default(DEFAULT_SHARES.outOfOrder),
    'bad-signatures': share().default(DEFAULT_SHARES.badSignatures),
    broken: share().default(DEFAULT_SHARES.broken),
    providers: z
      .string()
      .transform((text) => text.split(',').map((id) => id.trim()))
      .pipe(z.array(z.enum(providerIds, `some of ${providerIds.join(',')}`)))
      .default([...providerIds]),
    secret: pairs,
    source: pairs,
  })
}

function share() {
  return number('a share from 0 to 1, such as 0.05', 0, 1)
}

function number(expected: string, min: number, max: number, whole = false) {
  const value = z.number(expected).min(min, expected).max(max, expected)
  return z
    .string()
    .transform((text) => (text.trim() === '' ? Number.NaN : Number(text)))
    .pipe(whole ? value.int(expected) : value)
}
