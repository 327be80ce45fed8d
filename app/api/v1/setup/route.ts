import { createFirstAdmin } from '@/lib/auth/first-admin'
import { setupSchema } from '@/lib/auth/schemas'
import { parseJson } from '@/lib/http/parse'
import { route } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** Makes the first admin with the token of the set-up link. The token is the authority: nobody can sign in yet. */
export const POST = route(async (request) => {
  const setup = await parseJson(request, setupSchema)
  return Response.json(await createFirstAdmin(setup), { status: 201 })
})
