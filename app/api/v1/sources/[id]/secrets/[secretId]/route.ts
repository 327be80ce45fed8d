import { z } from 'zod'
import { requireActor } from '@/lib/auth/actor'
import { idParams, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { expected } from '@/lib/i18n/expected'
import { retireSecret } from '@/lib/sources/secrets'

export const dynamic = 'force-dynamic'

const secretParams = idParams.extend({
  secretId: z.uuid(expected('storedSecret')),
})

/** Retires a secret: deliveries signed with it are rejected from now on. */
export const DELETE = route(async (request, params) => {
  const actor = await requireActor(request, 'admin')
  const { id, secretId } = parseParams(params, secretParams)
  await retireSecret(id, secretId, actor)
  return new Response(null, { status: 204 })
})
