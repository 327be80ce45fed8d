import { requireActor } from '@/lib/auth/actor'
import { parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { pauseTarget } from '@/lib/runs/pause'
import { targetParams } from '@/lib/runs/schemas'
import { targetItem } from '@/lib/runs/targets'

export const dynamic = 'force-dynamic'

/** Pauses a handler or destination: what comes up for it waits. */
export const POST = route(async (request, params) => {
  const actor = await requireActor(request, 'operator')
  const { key } = parseParams(params, targetParams)
  await pauseTarget(key, actor)
  return Response.json(await targetItem(key))
})
