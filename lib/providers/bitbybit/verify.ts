import { createHmac, timingSafeEqual } from 'node:crypto'
import { headerValue } from '../headers'
import type { Secret, Verdict, VerdictDetail, VerifyInput } from '../provider'
import { usableSecrets } from '../secrets'
import { parseSignature, SIGNATURE_HEADER, type Signature } from './signature'

/**
 * Checks `t=<unix seconds>,v1=<hex>` against HMAC-SHA256 over `<t>.<body>` (contracts/notes.md). Any `v1` may match any
 * secret. The signature is judged before its time: a wrong secret is the likelier mistake, and the skew is told either
 * way. Never throws.
 */
export function verify({ headers, body, secrets, now, toleranceSeconds }: VerifyInput): Verdict {
  const usable = usableSecrets(secrets)
  const header = headerValue(headers, SIGNATURE_HEADER)?.trim() ?? ''
  const signature = parseSignature(header)
  const skewSeconds = signature.ok ? Math.floor(now.getTime() / 1000) - Number(signature.time) : 0
  const timing: VerdictDetail = signature.ok ? { skewSeconds, toleranceSeconds } : {}

  if (usable.length === 0) return { verdict: 'unchecked', reason: 'no_secret', detail: timing }
  if (header === '') return { verdict: 'rejected', reason: 'missing_signature', detail: {} }
  if (!signature.ok) return { verdict: 'rejected', reason: 'malformed_signature', detail: { note: signature.note } }

  const match = findSigner(signature, body, usable)
  const detail: VerdictDetail = { ...timing, secretsTried: usable.length }
  if (!match) return { verdict: 'rejected', reason: 'signature_mismatch', detail }
  detail.secretId = match.id
  if (skewSeconds < -toleranceSeconds) return { verdict: 'rejected', reason: 'timestamp_in_future', detail }
  // Written so that a skew that is no number counts as too old, not as acceptable.
  if (!(skewSeconds <= toleranceSeconds)) return { verdict: 'rejected', reason: 'timestamp_too_old', detail }
  return { verdict: 'verified', reason: null, detail }
}

/** The first secret that made one of the digests; every secret is tried against every digest, whatever matched before. */
function findSigner(signature: Extract<Signature, { ok: true }>, body: Uint8Array, secrets: Secret[]) {
  let signer: Secret | undefined
  for (const secret of secrets) {
    const expected = createHmac('sha256', secret.value).update(`${signature.time}.`).update(body).digest()
    let matches = false
    for (const digest of signature.digests) matches = timingSafeEqual(digest, expected) || matches
    if (matches) signer ??= secret
  }
  return signer
}
