import { requireActor } from '@/lib/auth/actor'
import { idParams, parseJson, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { replayRun } from '@/lib/replay/order-one'
import { replayOneSchema } from '@/lib/replay/schemas'

export const dynamic = 'force-dynamic'

/** Orders one run again. */
export const POST = route(async (request, params) => {
  const actor = await requireActor(request, 'operator')
  const { id } = parseParams(params, idParams)
  const order = await parseJson(request, replayOneSchema, { whereEmpty: {} })
  return Response.json(await replayRun(id, order, actor), { status: 202 })
})
