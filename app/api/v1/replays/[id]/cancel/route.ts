import { requireActor } from '@/lib/auth/actor'
import { idParams, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { cancelReplay } from '@/lib/replay/steer'

export const dynamic = 'force-dynamic'

/** Gives up what has not been ordered yet; the rest finishes. */
export const POST = route(async (request, params) => {
  const actor = await requireActor(request, 'operator')
  const { id } = parseParams(params, idParams)
  return Response.json(await cancelReplay(id, actor))
})
