import { requireActor } from '@/lib/auth/actor'
import { parseParams, parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { entityParams, kindFrom } from '@/lib/timeline/ask/path'
import { getTimeline } from '@/lib/timeline/ask/timeline'
import { timelineQuerySchema } from '@/lib/timeline/query-schemas'

export const dynamic = 'force-dynamic'

/** What happened to one thing, in the order in which it occurred. */
export const GET = route(async (request, params) => {
  await requireActor(request, 'viewer')
  const { kinds, id } = parseParams(params, entityParams)
  const kind = kindFrom(kinds)
  return Response.json(await getTimeline(kind, id, parseQuery(request, timelineQuerySchema)))
})
