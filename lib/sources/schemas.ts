import { z } from 'zod'
import { nameSchema } from '@/lib/http/name-schema'
import { expected } from '@/lib/i18n/expected'

/** Shapes of the JSON API for sources and their secrets; pages and scripts use the same ones. */

const MIB = 1024 * 1024

const name = nameSchema()

/** A signing secret or key: the printable ASCII that can stand in a header, without the space around it. */
export const secretValueSchema = z
  .string(expected('secret'))
  .trim()
  .min(8, expected('longSecret'))
  .max(1024, expected('charactersAtMost', { most: 1024 }))
  .regex(/^[\x20-\x7e]+$/, expected('printableSecret'))

export const slugSchema = z
  .string(expected('slug'))
  .max(50, expected('charactersAtMost', { most: 50 }))
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, expected('slugSuchAs'))

const toleranceSeconds = whole('secondsFromTo', 10, 86_400)
const maxBodyBytes = whole('bytesFromTo', 1024, 10 * MIB)
const rejectedKeep = whole('numberFromTo', 0, 1_000_000)

export const createSourceSchema = z.strictObject({
  provider: z.string(expected('provider')).min(1).max(100),
  slug: slugSchema,
  name,
  secret: secretValueSchema.optional(),
  storeId: z.uuid(expected('store')).optional(),
})
export type CreateSource = z.infer<typeof createSourceSchema>

export const updateSourceSchema = z
  .strictObject({
    name: name.optional(),
    enabled: z.boolean(expected('boolean')).optional(),
    toleranceSeconds: toleranceSeconds.optional(),
    maxBodyBytes: maxBodyBytes.optional(),
    rejectedStatus: z.union([z.literal(401), z.literal(200)], expected('rejectedStatus')).optional(),
    rejectedKeep: rejectedKeep.optional(),
  })
  .refine(
    (change) => Object.keys(change).length > 0,
    expected('someOf', { known: 'name, enabled, toleranceSeconds, maxBodyBytes, rejectedStatus, rejectedKeep' }),
  )
export type UpdateSource = z.infer<typeof updateSourceSchema>

export const addSecretSchema = z.strictObject({ value: secretValueSchema })

/** The id of the secret that comes from the environment and cannot be retired in the interface. */
export const ENVIRONMENT_SECRET_ID = 'environment'

/** How many stored secrets of a source may be active at once: the old one and the new one. */
export const MAX_ACTIVE_SECRETS = 2

export interface SecretItem {
  id: string
  /** The last four characters, or empty where the secret is too short to show any of it. */
  hint: string
  /** Null for a secret from the environment. */
  createdAt: string | null
  origin: 'interface' | 'environment'
  /** False where it was stored with another key: deliveries cannot be checked with it. */
  readable: boolean
}

export interface SourceItem {
  id: string
  provider: string
  slug: string
  name: string
  /** Where the provider sends to, below the public address. */
  path: string
  enabled: boolean
  toleranceSeconds: number
  maxBodyBytes: number
  rejectedStatus: number
  rejectedKeep: number
  /** How many rejected deliveries were dropped to stay within `rejectedKeep`. */
  rejectedDropped: number
  store: { id: string; name: string }
  secrets: SecretItem[]
  lastReceivedAt: string | null
  /** `accepted` counts events that were new, `rejected` counts deliveries. */
  last24h: { accepted: number; rejected: number }
}

export interface SourceList {
  items: SourceItem[]
  nextCursor: null
}

export interface AddedSecret {
  id: string
  hint: string
  createdAt: string
}

export interface RefusalItem {
  key: string
  count: number
  lastPath: string
  lastAt: string
}

export interface RefusalList {
  items: RefusalItem[]
  nextCursor: null
}

function whole(key: 'secondsFromTo' | 'bytesFromTo' | 'numberFromTo', min: number, max: number) {
  const message = expected(key, { least: String(min), most: String(max) })
  return z.number(message).int(message).min(min, message).max(max, message)
}
