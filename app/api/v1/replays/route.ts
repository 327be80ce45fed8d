import { requireActor } from '@/lib/auth/actor'
import { parseJson, parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { listReplays } from '@/lib/replay/list'
import { orderReplay } from '@/lib/replay/order'
import { replaySchema, replaysQuerySchema } from '@/lib/replay/schemas'

export const dynamic = 'force-dynamic'

/** Replays with their progress, the newest first. */
export const GET = route(async (request) => {
  await requireActor(request, 'viewer')
  return Response.json(await listReplays(parseQuery(request, replaysQuerySchema)))
})

/** Orders a selection of events, or all that matches a filter, to be run again. */
export const POST = route(async (request) => {
  const actor = await requireActor(request, 'operator')
  return Response.json(await orderReplay(await parseJson(request, replaySchema), actor), { status: 202 })
})
