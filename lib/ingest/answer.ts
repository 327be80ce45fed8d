import { JejakError, problem } from '@/lib/errors'
import type { Verdict } from '@/lib/providers/provider'
import { REASON_SUMMARY } from '@/lib/providers/reasons'
import type { WebhookAnswer } from './request'

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
const PROBLEM_TYPE = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' }

/** The body of a 200: providers keep the head of it, so it names what a person would search for. */
export function acknowledgement(status: 'accepted' | 'duplicate', deliveryId: string, eventId: string): WebhookAnswer {
  return { status: 200, headers: JSON_TYPE, body: JSON.stringify({ status, deliveryId, eventId }) }
}

/** What a sender gets whose delivery was rejected: 401 with the reason, or 200 where the source quarantines. */
export function rejection(
  verdict: Verdict & { verdict: 'rejected' },
  status: number,
  deliveryId: string,
): WebhookAnswer {
  if (status < 300) {
    return {
      status,
      headers: JSON_TYPE,
      body: JSON.stringify({ status: 'quarantined', reason: verdict.reason, deliveryId }),
    }
  }
  const { skewSeconds, toleranceSeconds } = verdict.detail
  const extra = { reason: verdict.reason, skewSeconds, toleranceSeconds, deliveryId }
  const code = verdict.reason === 'body_too_large' ? 'body_too_large' : 'signature_rejected'
  return refusal(new JejakError(code, REASON_SUMMARY[verdict.reason], { extra }))
}

/** Any other refusal, as a problem document. */
export function refusal(error: JejakError, headers: Record<string, string> = {}): WebhookAnswer {
  const document = problem(error)
  return { status: document.status, headers: { ...PROBLEM_TYPE, ...headers }, body: JSON.stringify(document) }
}
