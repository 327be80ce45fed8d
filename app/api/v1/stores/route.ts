import { z } from 'zod'
import { requireActor } from '@/lib/auth/actor'
import { parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { listStores } from '@/lib/stores/list'
import type { StoreList } from '@/lib/stores/schemas'

export const dynamic = 'force-dynamic'

/** Every store with the rules of its timelines. */
export const GET = route(async (request) => {
  await requireActor(request, 'viewer')
  parseQuery(request, z.strictObject({}))
  const list: StoreList = { items: await listStores(), nextCursor: null }
  return Response.json(list)
})
