import { requireActor } from '@/lib/auth/actor'
import { parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { resumeTarget } from '@/lib/runs/pause'
import { targetParams } from '@/lib/runs/schemas'
import { targetItem } from '@/lib/runs/targets'

export const dynamic = 'force-dynamic'

/** Lets a handler or destination go on, with all that waited. */
export const POST = route(async (request, params) => {
  const actor = await requireActor(request, 'operator')
  const { key } = parseParams(params, targetParams)
  await resumeTarget(key, actor)
  return Response.json(await targetItem(key))
})
