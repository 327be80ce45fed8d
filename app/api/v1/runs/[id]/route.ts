import { requireActor } from '@/lib/auth/actor'
import { idParams, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { getRun } from '@/lib/runs/get'

export const dynamic = 'force-dynamic'

/** One run with its attempts. */
export const GET = route(async (request, params) => {
  const { role } = await requireActor(request, 'viewer')
  const { id } = parseParams(params, idParams)
  return Response.json(await getRun(id, role))
})
