import { requireActor } from '@/lib/auth/actor'
import { idParams, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { pauseReplay } from '@/lib/replay/steer'

export const dynamic = 'force-dynamic'

/** Starts no further run until it is resumed. */
export const POST = route(async (request, params) => {
  const actor = await requireActor(request, 'operator')
  const { id } = parseParams(params, idParams)
  return Response.json(await pauseReplay(id, actor))
})
