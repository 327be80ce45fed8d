import { requireActor } from '@/lib/auth/actor'
import { searchDeliveries } from '@/lib/events/deliveries'
import { deliveriesQuerySchema } from '@/lib/events/schemas'
import { parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** Deliveries that match, good and bad, the newest first. */
export const GET = route(async (request) => {
  await requireActor(request, 'viewer')
  return Response.json(await searchDeliveries(parseQuery(request, deliveriesQuerySchema)))
})
