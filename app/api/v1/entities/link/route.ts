import { requireActor } from '@/lib/auth/actor'
import { parseJson } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { linkEntities } from '@/lib/timeline/decide/link'
import { linkSchema } from '@/lib/timeline/query-schemas'

export const dynamic = 'force-dynamic'

/** Decides that two things are one. */
export const POST = route(async (request) => {
  const actor = await requireActor(request, 'operator')
  return Response.json(await linkEntities(await parseJson(request, linkSchema), actor))
})
