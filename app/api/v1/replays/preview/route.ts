import { requireActor } from '@/lib/auth/actor'
import { parseJson } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { previewReplay } from '@/lib/replay/preview'
import { previewSchema } from '@/lib/replay/schemas'

export const dynamic = 'force-dynamic'

/** What an order would replay and what it would leave out. Changes nothing. */
export const POST = route(async (request) => {
  await requireActor(request, 'operator')
  return Response.json(await previewReplay(await parseJson(request, previewSchema)))
})
