import { requireActor } from '@/lib/auth/actor'
import { parseParams, parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { asOf } from '@/lib/timeline/ask/as-of'
import { getEntity } from '@/lib/timeline/ask/get'
import { entityParams, kindFrom } from '@/lib/timeline/ask/path'
import { entityQuerySchema } from '@/lib/timeline/query-schemas'

export const dynamic = 'force-dynamic'

/**
 * One order, customer, shipment, …, by its id or any of its identifiers: state, identifiers, relations, findings. With
 * `asOf` its state is that after an event.
 */
export const GET = route(async (request, params) => {
  await requireActor(request, 'viewer')
  const { kinds, id } = parseParams(params, entityParams)
  const kind = kindFrom(kinds)
  const query = parseQuery(request, entityQuerySchema)
  const entity = await getEntity(kind, id)
  return Response.json(query.asOf ? await asOf(entity, query.asOf) : entity)
})
