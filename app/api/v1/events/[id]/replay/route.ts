import { requireActor } from '@/lib/auth/actor'
import { idParams, parseJson, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { replayEvent } from '@/lib/replay/order-one'
import { replayEventSchema } from '@/lib/replay/schemas'

export const dynamic = 'force-dynamic'

/** Orders an event's runs again: those of one handler, or all. */
export const POST = route(async (request, params) => {
  const actor = await requireActor(request, 'operator')
  const { id } = parseParams(params, idParams)
  const order = await parseJson(request, replayEventSchema, { whereEmpty: {} })
  return Response.json(await replayEvent(id, order, actor), { status: 202 })
})
