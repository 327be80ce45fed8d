import { z } from 'zod'
import { requireActor } from '@/lib/auth/actor'
import { parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { listRefusals } from '@/lib/sources/refusals'
import type { RefusalList } from '@/lib/sources/schemas'

export const dynamic = 'force-dynamic'

/** Requests to endpoints that are not there or are switched off, counted. */
export const GET = route(async (request) => {
  await requireActor(request, 'viewer')
  parseQuery(request, z.strictObject({}))
  const list: RefusalList = { items: await listRefusals(), nextCursor: null }
  return Response.json(list)
})
