import { recordAudit } from '@/lib/audit/record'
import { db, type PrismaClient } from '@/lib/db/client'

/**
 * Switches a destination off because `url` answered 410. Changes nothing, and answers false, where it was switched off,
 * deleted or given another URL in the meantime.
 */
export async function disableGone(id: string, url: string, client: PrismaClient = db()): Promise<boolean> {
  return client.$transaction(async (tx) => {
    const { count } = await tx.destination.updateMany({
      where: { id, url, enabled: true, deletedAt: null },
      data: { enabled: false, disabledReason: 'gone' },
    })
    if (count === 0) return false
    const detail = { reason: 'gone', url }
    await recordAudit(tx, { actor: 'system', action: 'destination.disabled', target: `destination:${id}`, detail })
    return true
  })
}
