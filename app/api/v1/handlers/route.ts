import { z } from 'zod'
import { requireActor } from '@/lib/auth/actor'
import { parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import type { TargetList } from '@/lib/runs/schemas'
import { targetItems } from '@/lib/runs/targets'

export const dynamic = 'force-dynamic'

/** Every handler, and every destination of those that run for each, with how it is doing. */
export const GET = route(async (request) => {
  await requireActor(request, 'viewer')
  parseQuery(request, z.strictObject({}))
  const list: TargetList = { items: await targetItems(), nextCursor: null }
  return Response.json(list)
})
