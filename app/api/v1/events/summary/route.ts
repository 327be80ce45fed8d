import { requireActor } from '@/lib/auth/actor'
import { parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { summarise, summaryQuerySchema } from '@/lib/search/summary/summary'

export const dynamic = 'force-dynamic'

/** How many events match, by each facet and by outcome over time. */
export const GET = route(async (request) => {
  await requireActor(request, 'viewer')
  return Response.json(await summarise(parseQuery(request, summaryQuerySchema)))
})
