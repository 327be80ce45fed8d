import { requireActor } from '@/lib/auth/actor'
import { parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { lookUp } from '@/lib/timeline/ask/lookup'
import { lookupQuerySchema } from '@/lib/timeline/query-schemas'

export const dynamic = 'force-dynamic'

/** What an identifier of any provider, or an id of ours, belongs to. */
export const GET = route(async (request) => {
  await requireActor(request, 'viewer')
  return Response.json(await lookUp(parseQuery(request, lookupQuerySchema)))
})
