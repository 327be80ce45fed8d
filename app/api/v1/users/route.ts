import { z } from 'zod'
import { requireActor } from '@/lib/auth/actor'
import { createUserSchema, type UserList } from '@/lib/auth/schemas'
import { createUser, listUsers } from '@/lib/auth/users'
import { parseJson, parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** Everybody who can sign in or could. */
export const GET = route(async (request) => {
  await requireActor(request, 'admin')
  parseQuery(request, z.strictObject({}))
  const list: UserList = { items: await listUsers(), nextCursor: null }
  return Response.json(list)
})

/** Makes a user. */
export const POST = route(async (request) => {
  const actor = await requireActor(request, 'admin')
  const input = await parseJson(request, createUserSchema)
  return Response.json(await createUser(input, actor), { status: 201 })
})
