import { JejakError } from '@/lib/errors'
import type { Provider, Verdict } from '@/lib/providers/provider'
import type { LoadedSource } from '@/lib/sources/load'
import type { ReceivedBody, WebhookRequest } from './request'

interface VerifyDelivery {
  provider: Provider
  source: LoadedSource
  request: WebhookRequest
  body: ReceivedBody
  /** The source as it stands in the database now. */
  refresh(): Promise<LoadedSource | undefined>
}

/**
 * The verdict over a delivery. Anything but a good one is given only after the secrets were read again, so that a
 * secret set a moment ago counts. Throws a JejakError `not_recorded` where a configured secret cannot be decrypted:
 * the delivery is then neither good nor bad, and the sender shall come back.
 */
export async function verifyDelivery({ provider, source, request, body, refresh }: VerifyDelivery): Promise<Verdict> {
  if (body.overLimit) {
    const note = `${body.size} bytes came; at most ${source.maxBodyBytes} are accepted.`
    return { verdict: 'rejected', reason: 'body_too_large', detail: { note } }
  }
  const verdict = check(provider, source, request, body)
  if (isGood(verdict)) return verdict
  const fresh = await refresh()
  const second = fresh && fresh !== source ? check(provider, fresh, request, body) : verdict
  if (!isGood(second) && (fresh ?? source).unreadableSecrets > 0) {
    throw new JejakError('not_recorded', 'A secret of this source cannot be decrypted, so nothing could be checked.')
  }
  return second
}

function check(provider: Provider, source: LoadedSource, request: WebhookRequest, body: ReceivedBody): Verdict {
  return provider.verify({
    headers: request.headers,
    body: body.bytes,
    secrets: source.secrets,
    now: request.receivedAt,
    toleranceSeconds: source.toleranceSeconds,
  })
}

function isGood(verdict: Verdict): boolean {
  return verdict.verdict === 'verified' || verdict.verdict === 'authenticated'
}
