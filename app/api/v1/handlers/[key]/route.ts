import { requireActor } from '@/lib/auth/actor'
import { parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { targetParams } from '@/lib/runs/schemas'
import { targetItem } from '@/lib/runs/targets'

export const dynamic = 'force-dynamic'

/** One handler or destination with how it is doing. */
export const GET = route(async (request, params) => {
  await requireActor(request, 'viewer')
  const { key } = parseParams(params, targetParams)
  return Response.json(await targetItem(key))
})
