import { requireActor } from '@/lib/auth/actor'
import { parseParams, parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { listEntities } from '@/lib/timeline/ask/list'
import { kindFrom, kindParams } from '@/lib/timeline/ask/path'
import { entitiesQuerySchema } from '@/lib/timeline/query-schemas'

export const dynamic = 'force-dynamic'

/** The orders, customers, shipments, … that match, those with the latest news first. */
export const GET = route(async (request, params) => {
  await requireActor(request, 'viewer')
  const kind = kindFrom(parseParams(params, kindParams).kinds)
  return Response.json(await listEntities(kind, parseQuery(request, entitiesQuerySchema)))
})
