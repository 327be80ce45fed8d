import { requireActor } from '@/lib/auth/actor'
import { idParams, parseJson, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { addSecretSchema } from '@/lib/sources/schemas'
import { addSecret } from '@/lib/sources/secrets'

export const dynamic = 'force-dynamic'

/** Adds a secret beside the one in use. */
export const POST = route(async (request, params) => {
  const actor = await requireActor(request, 'admin')
  const { id } = parseParams(params, idParams)
  const { value } = await parseJson(request, addSecretSchema)
  return Response.json(await addSecret(id, value, actor), { status: 201 })
})
