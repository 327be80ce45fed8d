import { requireActor } from '@/lib/auth/actor'
import { idParams, parseJson, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { updateSource } from '@/lib/sources/change'
import { getSource } from '@/lib/sources/list'
import { updateSourceSchema } from '@/lib/sources/schemas'

export const dynamic = 'force-dynamic'

/** One source. */
export const GET = route(async (request, params) => {
  await requireActor(request, 'viewer')
  const { id } = parseParams(params, idParams)
  return Response.json(await getSource(id, new Date()))
})

/** Changes a source's settings. */
export const PATCH = route(async (request, params) => {
  const actor = await requireActor(request, 'admin')
  const { id } = parseParams(params, idParams)
  await updateSource(id, await parseJson(request, updateSourceSchema), actor)
  return Response.json(await getSource(id, new Date()))
})
