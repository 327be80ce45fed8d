import type { Role } from '@/lib/auth/schemas'
import { db, Prisma, type PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { runItems } from './items'
import type { RunItem } from './schemas'

/** One run with its attempts, as somebody with this role may see it. Throws `not_found`. */
export async function getRun(id: string, role: Role, client: PrismaClient = db()): Promise<RunItem> {
  const [run] = await runItems(Prisma.sql`r.id = ${id}::uuid`, role, client)
  if (!run) throw new JejakError('not_found', say('missing.run', { id }))
  return run
}
