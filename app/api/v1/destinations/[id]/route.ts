import { requireActor } from '@/lib/auth/actor'
import { changeDestination } from '@/lib/destinations/change'
import { deleteDestination } from '@/lib/destinations/delete'
import { getDestination } from '@/lib/destinations/list'
import { changeDestinationSchema } from '@/lib/destinations/schemas'
import { idParams, parseJson, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** One destination. */
export const GET = route(async (request, params) => {
  await requireActor(request, 'viewer')
  const { id } = parseParams(params, idParams)
  return Response.json(await getDestination(id))
})

/** Changes what is named. */
export const PATCH = route(async (request, params) => {
  const actor = await requireActor(request, 'operator')
  const { id } = parseParams(params, idParams)
  await changeDestination(id, await parseJson(request, changeDestinationSchema), actor)
  return Response.json(await getDestination(id))
})

/** Deletes a destination and cancels its waiting runs. */
export const DELETE = route(async (request, params) => {
  const actor = await requireActor(request, 'operator')
  const { id } = parseParams(params, idParams)
  await deleteDestination(id, actor)
  return new Response(null, { status: 204 })
})
