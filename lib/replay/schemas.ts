import { z } from 'zod'
import { eventsQuerySchema } from '@/lib/events/schemas'
import { expected } from '@/lib/i18n/expected'
import { isStorableProse } from '@/lib/providers/storable'
import { type Held, runStatusSchema } from '@/lib/runs/schemas'

/** Shapes of the JSON API for replays; pages and scripts use the same ones. */

/** What a list of events can be asked for, without the page: as the query string takes it. */
export const replayFilterSchema = eventsQuerySchema.omit({
  cursor: true,
  limit: true,
  after: true,
  ids: true,
})

const handlers = z.array(z.string().min(1).max(100)).min(1).max(100).optional()
const reason = z
  .string(expected('reason'))
  .trim()
  .min(1, expected('reason'))
  .max(500)
  .refine(isStorableProse, expected('plainText'))
const eventIds = z
  .array(z.uuid(expected('eventIds')))
  .min(1)
  .max(1000)

/** Of `eventIds` only the runs in one of these states; a filter has its own. */
const status = z.array(runStatusSchema).min(1).optional()

const what = { filter: replayFilterSchema.optional(), eventIds: eventIds.optional(), status, handlers }
const oneOf = (body: { filter?: unknown; eventIds?: unknown }) =>
  (body.filter === undefined) !== (body.eventIds === undefined)
const oneOfMessage = { ...expected('filterOrIds'), path: ['filter'] }
const statusOnce = (body: { filter?: unknown; status?: unknown }) =>
  body.filter === undefined || body.status === undefined
const statusOnceMessage = { ...expected('statusInFilter'), path: ['status'] }

export const previewSchema = z
  .strictObject({ ...what, includeStale: z.boolean().default(false) })
  .refine(oneOf, oneOfMessage)
  .refine(statusOnce, statusOnceMessage)

export const replaySchema = z
  .strictObject({
    ...what,
    reason,
    /** Runs started per second; as quick as they go where absent. */
    ratePerSecond: z.number().positive().max(1000).optional(),
    includeStale: z.boolean().default(false),
  })
  .refine(oneOf, oneOfMessage)
  .refine(statusOnce, statusOnceMessage)

/** Of one run or one event: the reason may stay away. */
export const replayOneSchema = z.strictObject({ reason: reason.optional() })
export const replayEventSchema = z.strictObject({
  /** A handler's name or `forward:<destination id>`; all that the event has runs of where absent. */
  handler: z.string().min(1).max(100).optional(),
  reason: reason.optional(),
})

/** The original's headers and type stay. */
export const editSchema = z.strictObject({
  body: z.string().max(400_000).describe('the changed body as text'),
  handlers: z.array(z.string().min(1).max(100)).min(1).max(100),
  reason,
})

export type ReplayFilter = z.infer<typeof replayFilterSchema>
export type PreviewOrder = z.infer<typeof previewSchema>
/** As they are sent: a filter as the query string of the list of events takes it. */
export type PreviewInput = z.input<typeof previewSchema>
export type ReplayInput = z.input<typeof replaySchema>
export type ReplayOrder = z.infer<typeof replaySchema>
export type EditOrder = z.infer<typeof editSchema>

/**
 * Why something that matches is left out. `stale`: a later event of the same subject already succeeded in the same
 * handler. `running`: it is at work just now. `rejected`: nothing vouches for it. `no_run`: the handler does not
 * subscribe to it. `gone`: the destination was deleted, or the handler is not there any more.
 */
export const EXCLUSIONS = ['stale', 'running', 'rejected', 'no_run', 'gone'] as const
export type Exclusion = (typeof EXCLUSIONS)[number]

export interface ReplayPreview {
  /** Of which at least one run is replayed. */
  events: number
  runs: number
  /** What matches, replayed or left out: events and rejected deliveries. Of named `handlers`, events that have or lack their run. */
  matching: number
  /** Per handler or destination. */
  targets: {
    key: string
    handler: string
    title: string
    destinationId: string | null
    runs: number
    /** Its runs are ordered, and wait until it goes on. */
    held: Held | null
  }[]
  excluded: { reason: Exclusion; runs: number; explanation: string }[]
  /** Events whose content is not indexed yet, so that they cannot match; 0 where no term asks for content. */
  waiting: number
}

export const REPLAY_STATUSES = ['running', 'paused', 'cancelled', 'finished'] as const
export type ReplayStatus = (typeof REPLAY_STATUSES)[number]

export interface ReplayItem {
  id: string
  status: ReplayStatus
  /** `run`, `event`: one click; `events`: a selection; `filter`: all that matched. */
  kind: 'run' | 'event' | 'events' | 'filter'
  actor: string
  reason: string | null
  /** As the query string of the list of events takes it, with times in full. */
  filter: Record<string, string> | null
  handlers: string[] | null
  ratePerSecond: number | null
  includeStale: boolean
  createdAt: string
  finishedAt: string | null
  total: number
  /** Not ordered yet, or ordered and waiting for its turn. */
  waiting: number
  running: number
  succeeded: number
  failed: number
  /** Not begun when it was cancelled, or when their destination was deleted. */
  cancelled: number
  /** Left out when it was ordered; not among `total`. */
  excluded: { reason: Exclusion; runs: number; explanation: string }[]
}

export interface ReplayDetail extends ReplayItem {
  /** What failed again, the latest first; at most 100. */
  failures: { runId: string; eventId: string; title: string; subject: string | null; message: string }[]
  /** Handlers and destinations that take no work just now, with how many of its runs wait for each. */
  held: {
    key: string
    title: string
    destinationId: string | null
    runs: number
    held: Held
    /** Of `circuit`: when the next attempt is due; null while one is under way. */
    nextAttemptAt: string | null
  }[]
  /** The groups of failures that its filter names by id, where they are known. */
  askedFailures: { id: string; target: string; message: string }[]
  /**
   * A query for its events. Where `isExact` is false it asks for all that came before the order and match now, whatever became
   * of their runs. Null where no query can say it.
   */
  events: { q: string; isExact: boolean } | null
}

export const replaysQuerySchema = z.strictObject({
  cursor: eventsQuerySchema.shape.cursor,
  limit: eventsQuerySchema.shape.limit,
})
export type ReplaysQuery = z.infer<typeof replaysQuerySchema>

/** What an edited copy was given to. */
export interface EditedCopy {
  copyId: string
  runIds: string[]
}

export interface ReplayList {
  items: ReplayItem[]
  nextCursor: string | null
}
