import { actorName, recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import { db, type PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { newId } from '@/lib/ingest/new-id'
import { addJob } from '@/lib/worker/queue'
import { getRebuild } from './get'
import type { RebuildItem } from './schemas'

/**
 * Orders that every event there is be read again with the rules of today, in the background. Throws `conflict`, with the
 * `rebuildId` of the one that is at work, where there is one: it reads with the rules of today too.
 */
export async function orderRebuild(actor: Actor | 'system', client: PrismaClient = db()): Promise<RebuildItem> {
  // Ids sort by the time they were made: what is before this one is to be read, what comes later is read by today's rules.
  const id = newId()
  await client.$transaction(
    async (tx) => {
      const [counted] = await tx.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM event WHERE id < ${id}::uuid`
      const ordered = await tx.$executeRaw`
        INSERT INTO rebuild (id, actor, total) VALUES (${id}::uuid, ${actorName(actor)}, ${counted?.count ?? 0})
        ON CONFLICT DO NOTHING`
      if (ordered === 0) throw await underWay(client)
      await recordAudit(tx, { actor, action: 'rebuild.ordered', target: `rebuild:${id}` })
      await addJob(tx, 'rebuild', { rebuildId: id }, { jobKey: `rebuild:${id}` })
    },
    { timeout: 60_000 },
  )
  return getRebuild(id, client)
}

async function underWay(client: PrismaClient): Promise<JejakError> {
  const running = await client.rebuild.findFirst({ where: { status: 'running' }, select: { id: true } })
  return new JejakError('conflict', say('timelines.rebuilding'), {
    extra: running ? { rebuildId: running.id } : {},
  })
}
