import { requireActor } from '@/lib/auth/actor'
import { JejakError } from '@/lib/errors'
import { deliveryDetail } from '@/lib/events/delivery-detail'
import { idParams, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { say } from '@/lib/i18n/say'

export const dynamic = 'force-dynamic'

/** One delivery with its headers, its verdict and our answer. */
export const GET = route(async (request, params) => {
  await requireActor(request, 'viewer')
  const { id } = parseParams(params, idParams)
  const delivery = await deliveryDetail(id)
  if (!delivery) throw new JejakError('not_found', say('missing.delivery', { id }))
  return Response.json(delivery)
})
