import { z } from 'zod'
import { requireActor } from '@/lib/auth/actor'
import { parseJson, parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { listRebuilds } from '@/lib/timeline/rebuild/get'
import { orderRebuild } from '@/lib/timeline/rebuild/order'

export const dynamic = 'force-dynamic'

const nothing = z.strictObject({})

/** The latest rebuilds with their progress. */
export const GET = route(async (request) => {
  await requireActor(request, 'viewer')
  parseQuery(request, nothing)
  return Response.json(await listRebuilds())
})

/** Orders that every event be read again with the rules of today. */
export const POST = route(async (request) => {
  const actor = await requireActor(request, 'admin')
  await parseJson(request, nothing, { whereEmpty: {} })
  return Response.json(await orderRebuild(actor), { status: 202 })
})
