import { z } from 'zod'
import { requireActor } from '@/lib/auth/actor'
import { parseJson, parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { listViews } from '@/lib/views/list'
import { saveView } from '@/lib/views/save'
import { saveViewSchema, type ViewList } from '@/lib/views/schemas'

export const dynamic = 'force-dynamic'

/** The saved views that one sees: one's own and the shared ones. */
export const GET = route(async (request) => {
  const actor = await requireActor(request, 'viewer')
  parseQuery(request, z.strictObject({}))
  const list: ViewList = { items: await listViews(actor), nextCursor: null }
  return Response.json(list)
})

/** Saves a view: for oneself, or from the role operator on for everybody. */
export const POST = route(async (request) => {
  const actor = await requireActor(request, 'viewer')
  const input = await parseJson(request, saveViewSchema)
  return Response.json(await saveView(input, actor), { status: 201 })
})
