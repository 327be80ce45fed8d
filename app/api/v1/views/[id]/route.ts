import { requireActor } from '@/lib/auth/actor'
import { idParams, parseJson, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { changeView } from '@/lib/views/change'
import { removeView } from '@/lib/views/remove'
import { changeViewSchema } from '@/lib/views/schemas'

export const dynamic = 'force-dynamic'

/** Changes a view: one's own, or from the role operator on a shared one. */
export const PATCH = route(async (request, params) => {
  const actor = await requireActor(request, 'viewer')
  const { id } = parseParams(params, idParams)
  const change = await parseJson(request, changeViewSchema)
  return Response.json(await changeView(id, change, actor))
})

/** Removes a view. */
export const DELETE = route(async (request, params) => {
  const actor = await requireActor(request, 'viewer')
  const { id } = parseParams(params, idParams)
  await removeView(id, actor)
  return new Response(null, { status: 204 })
})
