import { z } from 'zod'
import { requireActor } from '@/lib/auth/actor'
import { createDestination } from '@/lib/destinations/change'
import { getDestination, listDestinations } from '@/lib/destinations/list'
import { createDestinationSchema, type DestinationList, type DestinationWithSecret } from '@/lib/destinations/schemas'
import { parseJson, parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** Every destination, with its secrets masked. */
export const GET = route(async (request) => {
  await requireActor(request, 'viewer')
  parseQuery(request, z.strictObject({}))
  const list: DestinationList = { items: await listDestinations(), nextCursor: null }
  return Response.json(list)
})

/** Makes a destination; its signing secret is in this answer and in no other. */
export const POST = route(async (request) => {
  const actor = await requireActor(request, 'operator')
  const input = await parseJson(request, createDestinationSchema)
  const { id, secret } = await createDestination(input, actor)
  const made: DestinationWithSecret = { ...(await getDestination(id)), secret }
  return Response.json(made, { status: 201 })
})
