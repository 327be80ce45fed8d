import { requireActor } from '@/lib/auth/actor'
import { JejakError } from '@/lib/errors'
import { deliveryBody } from '@/lib/events/delivery-detail'
import { idParams, parseParams } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { say } from '@/lib/i18n/say'

export const dynamic = 'force-dynamic'

/** The exact bytes of a delivery's body. A stranger wrote them: no browser may show them as a page of ours. */
export const GET = route(async (request, params) => {
  await requireActor(request, 'viewer')
  const { id } = parseParams(params, idParams)
  const body = await deliveryBody(id)
  if (!body) throw new JejakError('not_found', say('missing.delivery', { id }))
  return new Response(body, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="delivery-${id}.bin"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  })
})
