import { v7 } from 'uuid'
import type { Prisma } from '@/lib/db/client'
import { type Handler, subscribes } from '@/lib/handlers/handler'
import { handlers } from '@/lib/handlers/registry'
import { SCHEMES, type Scheme, splitName } from '@/lib/providers/identifiers'
import { queueRuns } from './queue'
import { listTargets, type Target } from './targets'

export interface RunPlan {
  eventIds: readonly string[]
  /** Keys of targets; where absent, every target that subscribes and is switched on. */
  targets?: readonly string[]
  /** The edited copy that the runs are for; the genuine events where absent. */
  copyId?: string
  /** Whether they are to be started; otherwise somebody else orders them. */
  queue: boolean
}

export interface NewRun {
  runId: string
  eventId: string
  target: string
}

/**
 * Makes the runs that are missing and answers those. A named target gets a run of every event that it subscribes to, even
 * while it is switched off. The same plan a second time makes nothing.
 */
export async function createRuns(
  tx: Prisma.TransactionClient,
  plan: RunPlan,
  all: readonly Handler[] = handlers,
): Promise<NewRun[]> {
  const { targets: keys } = plan
  const targets = (await listTargets(tx, all)).filter((target) =>
    keys ? keys.includes(target.key) : (target.destination?.enabled ?? true),
  )
  if (targets.length === 0 || plan.eventIds.length === 0) return []
  const events = await tx.$queryRaw<EventRow[]>`
    SELECT e.id, e.provider, e.type, e.source_id, e.subject_kind, e.identifiers, s.store_id,
      coalesce(e.occurred_at, e.received_at) AS occurred_at
    FROM event e JOIN source s ON s.id = e.source_id WHERE e.id = ANY(${plan.eventIds}::uuid[])`
  const runs = events.flatMap((event) =>
    targets
      .filter((target) => wants(target, event))
      .map(({ key, handler, destination }) => ({
        id: v7(),
        event_id: event.id,
        event_type: event.type,
        target: key,
        handler: handler.name,
        destination_id: destination?.id ?? null,
        subject: subjectName(event),
        occurred_at: event.occurred_at,
      })),
  )
  if (runs.length === 0) return []
  const made = await tx.$queryRaw<NewRun[]>`
    INSERT INTO run (id, event_id, event_type, copy_id, target, handler, destination_id, subject, occurred_at)
    SELECT id, event_id, event_type, ${plan.copyId ?? null}::uuid, target, handler, destination_id, subject, occurred_at
    FROM json_to_recordset(${JSON.stringify(runs)}::json) AS t(id uuid, event_id uuid, event_type text, target text, handler text,
      destination_id uuid, subject text, occurred_at timestamptz)
    ON CONFLICT DO NOTHING
    RETURNING id AS "runId", event_id AS "eventId", target`
  if (plan.queue) {
    await queueRuns(
      tx,
      made.map(({ runId }) => runId),
    )
  }
  return made
}

interface EventRow {
  id: string
  provider: string
  type: string
  source_id: string
  store_id: string
  subject_kind: string | null
  identifiers: string[]
  occurred_at: Date
}

function wants({ handler, destination }: Target, event: EventRow): boolean {
  if (!subscribes(handler.on, event.type)) return false
  if (!destination) return true
  const { providers, sourceIds, eventTypes, storeId } = destination
  return (
    storeId === event.store_id &&
    (providers.length === 0 || providers.includes(event.provider)) &&
    (sourceIds.length === 0 || sourceIds.includes(event.source_id)) &&
    (eventTypes.length === 0 || subscribes(eventTypes, event.type))
  )
}

/** What an event is about, by the name that most providers know it by: events of one subject have an order. */
function subjectName({ subject_kind, identifiers, provider }: EventRow): string | null {
  const own = identifiers.filter((name) => SCHEMES[splitName(name).scheme as Scheme]?.kind === subject_kind)
  const shared = own.find((name) => SCHEMES[splitName(name).scheme as Scheme].shared)
  const first = own[0]
  return shared ?? (first === undefined ? null : `${provider}/${first}`)
}
