import type { VerdictReason } from './provider'

/** One sentence per reason: what was expected and what came. Senders get it in our answer; pages explain more. */
export const REASON_SUMMARY: Record<VerdictReason, string> = {
  no_secret: 'No secret is configured for this source, so nothing could be checked.',
  missing_signature: 'Expected a signature header; the request has none.',
  malformed_signature: 'Expected a signature of the form t=<unix seconds>,v1=<hex>; what came cannot be read as one.',
  timestamp_too_old: 'The signature holds, but was made longer ago than this source tolerates.',
  timestamp_in_future: 'The signature holds, but its time lies further in the future than this source tolerates.',
  signature_mismatch: 'The signature does not fit the body with any secret of this source.',
  missing_key: 'Expected the key in the Authorization header; the request has none.',
  key_mismatch: 'The key in the Authorization header is none of those configured for this source.',
  body_too_large: 'The body is larger than this source accepts; only its head was kept.',
}
