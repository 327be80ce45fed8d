import { requireActor } from '@/lib/auth/actor'
import { getDestination } from '@/lib/destinations/list'
import type { DestinationWithSecret } from '@/lib/destinations/schemas'
import { renewSecret } from '@/lib/destinations/secret'
import { idParams, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** Makes the signing secret anew; it is in this answer and in no other. */
export const POST = route(async (request, params) => {
  const actor = await requireActor(request, 'operator')
  const { id } = parseParams(params, idParams)
  const secret = await renewSecret(id, actor)
  const renewed: DestinationWithSecret = { ...(await getDestination(id)), secret }
  return Response.json(renewed)
})
