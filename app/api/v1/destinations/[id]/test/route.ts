import { requireActor } from '@/lib/auth/actor'
import { sendTest } from '@/lib/destinations/send-test'
import { idParams, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** Sends a signed test event and answers how it fared. */
export const POST = route(async (request, params) => {
  const actor = await requireActor(request, 'operator')
  const { id } = parseParams(params, idParams)
  return Response.json(await sendTest(id, actor, new Date()))
})
