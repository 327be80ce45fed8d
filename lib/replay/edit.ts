import { actorName, recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import { db, type PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import type { Handler } from '@/lib/handlers/handler'
import { handlers as registered } from '@/lib/handlers/registry'
import { say } from '@/lib/i18n/say'
import { newId } from '@/lib/ingest/new-id'
import { createRuns } from '@/lib/worker/create-runs'
import { assertEvent } from './assert-event'
import { chooseTargets } from './choose-targets'
import type { EditedCopy, EditOrder } from './schemas'

/**
 * Keeps a changed copy of an event's body and gives it to the chosen targets at once, in runs of its own: the event and its
 * runs stay as they are. Throws `not_found`, `invalid_request` for a target that there is not, and `conflict` where none of
 * them subscribes to the event or the id is a rejected delivery's.
 */
export async function replayEdited(
  eventId: string,
  { body, handlers, reason }: EditOrder,
  actor: Actor,
  client: PrismaClient = db(),
  all: readonly Handler[] = registered,
): Promise<EditedCopy> {
  await assertEvent(eventId, client, 'replays.rejectedCopy')
  return client.$transaction(async (tx) => {
    const { named } = await chooseTargets(handlers, tx, all)
    const targets = named?.targets.map(({ key }) => key) ?? []
    const copyId = newId()
    await tx.eventCopy.create({
      data: { id: copyId, eventId, body: new TextEncoder().encode(body), actor: actorName(actor), reason },
    })
    const runs = await createRuns(tx, { eventIds: [eventId], targets, copyId, queue: true }, all)
    if (runs.length === 0) {
      throw new JejakError('conflict', say('replays.noneSubscribes'))
    }
    await recordAudit(tx, {
      actor,
      action: 'event.edited',
      target: `event:${eventId}`,
      detail: { copyId, reason, targets: runs.map(({ target }) => target) },
    })
    return { copyId, runIds: runs.map(({ runId }) => runId) }
  })
}
