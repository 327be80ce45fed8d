import { requireActor } from '@/lib/auth/actor'
import { eventsQuerySchema } from '@/lib/events/schemas'
import { searchEvents } from '@/lib/events/search'
import { parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** Events that match, the newest first. */
export const GET = route(async (request) => {
  await requireActor(request, 'viewer')
  return Response.json(await searchEvents(parseQuery(request, eventsQuerySchema)))
})
