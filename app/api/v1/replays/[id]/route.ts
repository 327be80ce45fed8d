import { requireActor } from '@/lib/auth/actor'
import { idParams, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { replayDetail } from '@/lib/replay/get'

export const dynamic = 'force-dynamic'

/** One replay with its progress and what failed again. */
export const GET = route(async (request, params) => {
  await requireActor(request, 'viewer')
  const { id } = parseParams(params, idParams)
  return Response.json(await replayDetail(id))
})
