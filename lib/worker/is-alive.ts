import { db, Prisma, type PrismaClient } from '@/lib/db/client'
import { LIVES_SQL } from './heartbeat'

/** Whether there is a worker on this database that has said so within the last half minute. */
export async function isAnyWorkerAlive(client: PrismaClient = db()): Promise<boolean> {
  const [row] = await client.$queryRaw<{ alive: boolean }[]>`
    SELECT EXISTS (SELECT FROM worker w WHERE ${Prisma.raw(LIVES_SQL)}) AS alive`
  return row?.alive ?? false
}
