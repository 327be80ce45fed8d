import { requireActor } from '@/lib/auth/actor'
import { parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { readOverview } from '@/lib/overview/overview'
import { overviewQuerySchema } from '@/lib/overview/schemas'

export const dynamic = 'force-dynamic'

/** Whether everything is all right. */
export const GET = route(async (request) => {
  await requireActor(request, 'viewer')
  const { window } = parseQuery(request, overviewQuerySchema)
  return Response.json(await readOverview(window))
})
