import { z } from 'zod'
import { requireActor } from '@/lib/auth/actor'
import { parseJson, parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { createSource } from '@/lib/sources/change'
import { getSource, listSources } from '@/lib/sources/list'
import { createSourceSchema, type SourceList } from '@/lib/sources/schemas'

export const dynamic = 'force-dynamic'

/** Every source, with hints of its secrets and what came in lately. */
export const GET = route(async (request) => {
  await requireActor(request, 'viewer')
  parseQuery(request, z.strictObject({}))
  const list: SourceList = { items: await listSources(new Date()), nextCursor: null }
  return Response.json(list)
})

/** Makes a further source of a provider. */
export const POST = route(async (request) => {
  const actor = await requireActor(request, 'admin')
  const input = await parseJson(request, createSourceSchema)
  const id = await createSource(input, actor)
  return Response.json(await getSource(id, new Date()), { status: 201 })
})
