import { requireActor } from '@/lib/auth/actor'
import { parseJson } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { type SentSamples, sendSamplesSchema } from '@/lib/samples/schemas'
import { sendSamples } from '@/lib/samples/send'

export const dynamic = 'force-dynamic'

/** Sends sample events through the real endpoints. */
export const POST = route(async (request) => {
  const actor = await requireActor(request, 'operator')
  const answer: SentSamples = { sent: await sendSamples(await parseJson(request, sendSamplesSchema), actor) }
  return Response.json(answer)
})
