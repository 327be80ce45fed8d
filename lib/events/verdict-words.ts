import type { VerdictReason } from '@/lib/providers/provider'
import { formatSeconds } from './format'
import type { DeliveryItem, VerdictName } from './schemas'

type Detail = DeliveryItem['verdictDetail']

/** What the words need to know of the provider. */
export interface ProviderWords {
  label: string
  /** What the provider calls its secret, in the middle of a sentence: "signing secret". */
  secretName: string
  /** Where a person finds it, as a sentence. */
  secretWhere: string
}

export interface ReasonWords {
  title: string
  expected: (detail: Detail, provider: ProviderWords) => string
  came: (detail: Detail, provider: ProviderWords) => string
  /** The likeliest first. */
  causes: (detail: Detail, provider: ProviderWords) => string[]
  todo: (detail: Detail, provider: ProviderWords) => string[]
}

const tolerance = (detail: Detail) => formatSeconds(detail.toleranceSeconds ?? 300)
const skew = (detail: Detail) => (detail.skewSeconds === undefined ? 'too long' : formatSeconds(detail.skewSeconds))
const tried = (detail: Detail) =>
  detail.secretsTried === undefined || detail.secretsTried === 1
    ? 'the one active secret of this source'
    : `any of the ${detail.secretsTried} active secrets of this source`
const setAgain = (provider: ProviderWords) =>
  `Copy the ${provider.secretName} again and add it to this source; the old one stays valid beside it. You find it here: ${provider.secretWhere}`

/** Words for every reason: what was expected, what came, why that may be and what to do. */
export const VERDICT_WORDS: Readonly<Record<VerdictReason, ReasonWords>> = {
  no_secret: {
    title: 'Not checked: this source has no secret',
    expected: (_, provider) => `A ${provider.secretName} to check the delivery against.`,
    came: () => 'No secret is set for this source, so anybody who knows its URL could have sent this.',
    causes: () => ['The source was used before its secret was set.'],
    todo: (_, provider) => [
      `Set the ${provider.secretName} on the source: deliveries from then on are checked. You find it here: ${provider.secretWhere}`,
    ],
  },
  missing_signature: {
    title: 'The signature is missing',
    expected: (_, provider) => `A signature header, which ${provider.label} puts on every delivery.`,
    came: () => 'No signature header at all.',
    causes: (_, provider) => [
      `The request did not come from ${provider.label}: somebody or something else called this URL.`,
      'A proxy or gateway on the way took the header off.',
      'A test was sent by hand, without signing it.',
    ],
    todo: () => [
      'Look at the remote address and the headers below: do they look like the provider?',
      'If a proxy stands in front, let it pass all request headers through.',
    ],
  },
  malformed_signature: {
    title: 'The signature cannot be read',
    expected: (_, provider) => `A signature header in the form that ${provider.label} documents.`,
    came: (detail) => detail.note ?? 'A signature header in another form.',
    causes: (_, provider) => [
      'A proxy on the way shortened or rewrote the header.',
      'The request was made by hand or by another tool.',
      `${provider.label} has changed the form of its signature.`,
    ],
    todo: () => ['Compare the signature header below with the documentation of the provider.'],
  },
  timestamp_too_old: {
    title: 'The signature is too old',
    expected: (detail) => `A signature made at most ${tolerance(detail)} before the delivery arrived.`,
    came: (detail) => `A signature that fits the body, but was made ${skew(detail)} before it arrived.`,
    causes: (detail) => [
      `The clock of this machine is off by about ${skew(detail)}.`,
      'The delivery was held up on the way, in a queue or a proxy.',
      'An old request was sent again by somebody who had kept it (a replay attack).',
    ],
    todo: () => [
      'Check the clock of this machine against the network time.',
      'If deliveries are queued on the way on purpose, raise the tolerance of this source.',
    ],
  },
  timestamp_in_future: {
    title: 'The signature was made in the future',
    expected: (detail) => `A signature made at most ${tolerance(detail)} before or after our own clock.`,
    came: (detail) => `A signature that fits the body, but is dated ${skew(detail)} after it arrived.`,
    causes: (detail) => [
      `The clock of this machine is behind by about ${skew(detail)}.`,
      'The clock of the sender is ahead.',
    ],
    todo: () => ['Check the clock of this machine against the network time; synchronise it (NTP).'],
  },
  signature_mismatch: {
    title: 'The signature does not match',
    expected: (detail) => `A signature over exactly these bytes, made with ${tried(detail)}.`,
    came: (detail) =>
      detail.skewSeconds === undefined
        ? 'A well-formed signature that none of the secrets gives for this body.'
        : `A well-formed signature, ${describeMoment(detail.skewSeconds)}, that none of the secrets gives for this body.`,
    causes: (_, provider) => [
      `The ${provider.secretName} set here is not the one ${provider.label} signs with: mistyped, or changed over there.`,
      'The body was changed on the way: a proxy that re-encodes JSON, unpacks it or adds a line break is enough.',
      `The request is not from ${provider.label}.`,
    ],
    todo: (_, provider) => [
      setAgain(provider),
      'If the secret is right, look for a proxy that touches bodies and let it pass them through unchanged.',
    ],
  },
  missing_key: {
    title: 'The key is missing',
    expected: (_, provider) => `The ${provider.secretName}, which ${provider.label} sends with every delivery.`,
    came: () => 'No key at all.',
    causes: (_, provider) => [
      `No key is set on the side of ${provider.label}.`,
      'A proxy on the way took the header off.',
      `The request did not come from ${provider.label}.`,
    ],
    todo: (_, provider) => [
      `Check that the webhook over there carries the ${provider.secretName}. You find it here: ${provider.secretWhere}`,
      'If a proxy stands in front, let it pass all request headers through.',
    ],
  },
  key_mismatch: {
    title: 'The key is not ours',
    expected: (detail) => `A key equal to ${tried(detail)}.`,
    came: (detail) => detail.note ?? 'Another key. It is masked below and was never stored.',
    causes: (_, provider) => [
      `The ${provider.secretName} set here is not the one ${provider.label} sends: mistyped, or changed over there.`,
      'The webhook of another shop or account points at this URL.',
      `The request is not from ${provider.label}.`,
    ],
    todo: (_, provider) => [setAgain(provider)],
  },
  body_too_large: {
    title: 'The body is over the limit',
    expected: () => 'A body within the size limit of this source.',
    came: (detail) => detail.note ?? 'A larger one. Only its head was kept, so the signature could not be checked.',
    causes: (_, provider) => [`${provider.label} sent more than it documents.`, 'Somebody is trying to fill the disk.'],
    todo: () => ['If the delivery is genuine, raise the size limit of this source; the provider will send it again.'],
  },
}

/** The verdict in one sentence: "Signature holds; made 2 s before it arrived". */
export function verdictSentence(verdict: VerdictName, reason: string | null, detail: Detail): string {
  const known = findReasonWords(reason)
  switch (verdict) {
    case 'verified':
      return detail.skewSeconds === undefined
        ? 'Signature holds'
        : `Signature holds; ${describeMoment(detail.skewSeconds)}`
    case 'authenticated':
      return 'Key matches; the body itself is not signed'
    case 'unchecked':
      return known?.title ?? 'Not checked'
    case 'rejected':
      return known?.title ?? 'Checked and rejected'
    default:
      return verdict satisfies never
  }
}

/** What a verdict means, for a tooltip. */
export const VERDICT_MEANING: Readonly<Record<VerdictName, { label: string; meaning: string }>> = {
  verified: { label: 'Verified', meaning: 'A signature over the exact body holds.' },
  authenticated: {
    label: 'Authenticated',
    meaning: 'A static key matches. Weaker than a signature: the body is not covered.',
  },
  unchecked: { label: 'Unchecked', meaning: 'No secret is set for the source, so nothing was checked.' },
  rejected: { label: 'Rejected', meaning: 'Checked and wrong: it announces nothing, and is kept for you to see.' },
}

/** The words of a reason as the API gives it; undefined for null or a reason that is not known here. */
export function findReasonWords(reason: string | null): ReasonWords | undefined {
  return reason !== null && Object.hasOwn(VERDICT_WORDS, reason) ? VERDICT_WORDS[reason as VerdictReason] : undefined
}

function describeMoment(skewSeconds: number): string {
  if (Math.round(skewSeconds) === 0) return 'made the second it arrived'
  return skewSeconds > 0
    ? `made ${formatSeconds(skewSeconds)} before it arrived`
    : `dated ${formatSeconds(skewSeconds)} after it arrived`
}
