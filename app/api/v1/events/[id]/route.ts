import { requireActor } from '@/lib/auth/actor'
import { JejakError } from '@/lib/errors'
import { eventDetail } from '@/lib/events/detail'
import { idParams, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { say } from '@/lib/i18n/say'

export const dynamic = 'force-dynamic'

/** One event with its deliveries, its runs, its identifiers and its payload, of which no digit is changed. */
export const GET = route(async (request, params) => {
  const { role } = await requireActor(request, 'viewer')
  const { id } = parseParams(params, idParams)
  const json = await eventDetail(id, role)
  if (json === null) throw new JejakError('not_found', say('missing.event', { id }))
  return new Response(json, { headers: { 'content-type': 'application/json' } })
})
