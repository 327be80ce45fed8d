import { requireActor } from '@/lib/auth/actor'
import { parseJson } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { splitEntity } from '@/lib/timeline/decide/split'
import { splitSchema } from '@/lib/timeline/query-schemas'

export const dynamic = 'force-dynamic'

/** Decides that some names of a thing are another's. */
export const POST = route(async (request) => {
  const actor = await requireActor(request, 'operator')
  return Response.json(await splitEntity(await parseJson(request, splitSchema), actor))
})
