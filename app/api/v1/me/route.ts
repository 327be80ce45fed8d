import { z } from 'zod'
import { requireActor } from '@/lib/auth/actor'
import type { Me } from '@/lib/auth/schemas'
import { parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** Who is asking. */
export const GET = route(async (request) => {
  const actor = await requireActor(request, 'viewer')
  parseQuery(request, z.strictObject({}))
  const { name, role } = actor
  const me: Me =
    actor.kind === 'user' ? { kind: 'user', email: actor.email, name, role } : { kind: 'token', name, role }
  return Response.json(me)
})
