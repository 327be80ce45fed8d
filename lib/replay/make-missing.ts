import type { Prisma } from '@/lib/db/client'
import type { Handler } from '@/lib/handlers/handler'
import { createRuns } from '@/lib/worker/create-runs'
import type { Selection } from './select'

const EVENTS_AT_ONCE = 2_000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/**
 * Makes the runs that a selection would replay and that are not there yet, without starting them: so a new destination
 * gets old events. Takes so many events at a time that memory stays flat however many there are.
 */
export async function makeMissing(
  tx: Prisma.TransactionClient,
  selection: Selection,
  all: readonly Handler[],
): Promise<void> {
  for (const target of selection.missing) {
    let after: string | undefined = BEFORE_ALL
    while (after !== undefined) {
      const page: { id: string; give: boolean }[] = await tx.$queryRaw(
        selection.eventsToGive(target, after, EVENTS_AT_ONCE),
      )
      const eventIds = page.filter(({ give }) => give).map(({ id }) => id)
      await createRuns(tx, { eventIds, targets: [target.key], queue: false }, all)
      after = page.at(-1)?.id
    }
  }
}
