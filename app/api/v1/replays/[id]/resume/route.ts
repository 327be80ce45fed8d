import { requireActor } from '@/lib/auth/actor'
import { idParams, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { resumeReplay } from '@/lib/replay/steer'

export const dynamic = 'force-dynamic'

/** Lets a paused replay go on. */
export const POST = route(async (request, params) => {
  const actor = await requireActor(request, 'operator')
  const { id } = parseParams(params, idParams)
  return Response.json(await resumeReplay(id, actor))
})
