import { z } from 'zod'
import { requireActor } from '@/lib/auth/actor'
import { parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { failureGroups } from '@/lib/runs/failures'
import type { FailureList } from '@/lib/runs/schemas'

export const dynamic = 'force-dynamic'

/** What failed, by group, the latest first. */
export const GET = route(async (request) => {
  await requireActor(request, 'viewer')
  parseQuery(request, z.strictObject({}))
  const list: FailureList = { items: await failureGroups(), nextCursor: null }
  return Response.json(list)
})
