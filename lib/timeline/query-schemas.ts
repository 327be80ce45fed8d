import { z } from 'zod'
import { timeSchema } from '@/lib/events/schemas'
import { expected } from '@/lib/i18n/expected'
import { isStorableProse } from '@/lib/providers/storable'
import { FINDING_RULE_NAMES } from './finding-rules'

/** What the JSON API can be asked about entities and their timelines, and told; schemas.ts has the shapes of its answers. */

const limit = z.coerce.number(expected('limit')).int().min(1).max(200)
/** Opaque: the `nextCursor` of an earlier answer. */
const cursor = z.string().regex(/^[\w.-]{1,200}$/, expected('cursor'))
const word = z.string().regex(/^[a-z][\w-]{0,49}$/, expected('lowerWord'))

export const entitiesQuerySchema = z.strictObject({
  /** Any identifier, whole or its beginning, as any provider writes it. */
  q: z.string().trim().min(1).max(200).optional(),
  /** One state or several, separated by commas. */
  state: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(word).min(1).max(20))
    .optional(),
  provider: word.optional(),
  /** One rule or several, separated by commas; `any` for whatever has an open problem. */
  finding: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(['any', ...FINDING_RULE_NAMES])).min(1))
    .optional(),
  /** Of the last news. */
  from: timeSchema.optional(),
  to: timeSchema.optional(),
  cursor: cursor.optional(),
  limit: limit.default(50),
})
export type EntitiesQuery = z.infer<typeof entitiesQuerySchema>

export const entityQuerySchema = z.strictObject({
  /** The id of an event: `fields`, `state` and `statuses` are answered as they were after it. Now where absent. */
  asOf: z.uuid(expected('eventId')).optional(),
})

export const timelineQuerySchema = z.strictObject({
  /** `story`: with what happened to its shipments (and, of a customer, orders). `own`: what names this very thing. */
  scope: z.enum(['story', 'own']).default('story'),
  order: z.enum(['asc', 'desc']).default('asc'),
  cursor: cursor.optional(),
  limit: limit.default(100),
})
export type TimelineQuery = z.infer<typeof timelineQuerySchema>

export const lookupQuerySchema = z.strictObject({
  /** Whatever a person pasted. */
  q: z.string().trim().min(1).max(300),
  limit: limit.default(20),
})
export type LookupQuery = z.infer<typeof lookupQuerySchema>

const reason = z.string().trim().min(3, expected('reason')).max(500).refine(isStorableProse, expected('plainText'))

export const linkSchema = z.strictObject({
  /** The entities that are one; both of one kind and one store. */
  ids: z.tuple([z.uuid(), z.uuid()]),
  reason,
})
export type LinkOrder = z.infer<typeof linkSchema>

export const splitSchema = z.strictObject({
  id: z.uuid(),
  /** The `name`s of the identifiers that belong to something else; not all of them. */
  names: z.array(z.string().min(3).max(300)).min(1).max(100),
  reason,
})
export type SplitOrder = z.infer<typeof splitSchema>
