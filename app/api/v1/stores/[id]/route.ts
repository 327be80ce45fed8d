import { requireActor } from '@/lib/auth/actor'
import { idParams, parseJson, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { updateStore } from '@/lib/stores/change'
import { getStore } from '@/lib/stores/list'
import { updateStoreSchema } from '@/lib/stores/schemas'

export const dynamic = 'force-dynamic'

/** Changes the rules of a store's timelines. */
export const PATCH = route(async (request, params) => {
  const actor = await requireActor(request, 'admin')
  const { id } = parseParams(params, idParams)
  await updateStore(id, await parseJson(request, updateStoreSchema), actor)
  return Response.json(await getStore(id))
})
