import { requireActor } from '@/lib/auth/actor'
import { updateUserSchema } from '@/lib/auth/schemas'
import { updateUser } from '@/lib/auth/users'
import { idParams, parseJson, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** Changes a user's name, role or password, or whether they can sign in. */
export const PATCH = route(async (request, params) => {
  const actor = await requireActor(request, 'admin')
  const { id } = parseParams(params, idParams)
  const change = await parseJson(request, updateUserSchema)
  return Response.json(await updateUser(id, change, actor))
})
