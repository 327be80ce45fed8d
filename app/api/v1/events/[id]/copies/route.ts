import { requireActor } from '@/lib/auth/actor'
import { idParams, parseJson, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { replayEdited } from '@/lib/replay/edit'
import { editSchema } from '@/lib/replay/schemas'

export const dynamic = 'force-dynamic'

/** A body of the longest allowed length, each character of which JSON writes as an escape. */
const MAX_BYTES = 2_500_000

/** Gives a changed copy of an event's body to handlers; the event itself stays as it is. */
export const POST = route(async (request, params) => {
  const actor = await requireActor(request, 'operator')
  const { id } = parseParams(params, idParams)
  const edit = await parseJson(request, editSchema, { maxBytes: MAX_BYTES })
  return Response.json(await replayEdited(id, edit, actor), { status: 202 })
})
