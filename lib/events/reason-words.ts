import { durationWords } from '@/lib/i18n/durations'
import type { Translate } from '@/lib/i18n/translate'
import type { VerdictReason } from '@/lib/providers/provider'
import { momentWords } from './moment-words'
import type { DeliveryItem } from './schemas'

type Detail = DeliveryItem['verdictDetail']

/** What the words need to know of the provider. */
export interface ProviderWords {
  label: string
  /** What the provider calls its secret, in the middle of a sentence: "signing secret". */
  secretName: string
  /** Where a person finds it, as a sentence. */
  secretWhere: string
}

/** What was expected, what came, why that may be (the likeliest first) and what to do. */
export interface ReasonWords {
  title: string
  expected: string
  came: string
  causes: string[]
  todo: string[]
}

export interface ReasonContext {
  detail: Detail
  provider: ProviderWords
}

/** The words of a reason as the API gives it; undefined for null or a reason that is not known here. */
export function reasonWords(
  reason: string | null,
  { detail, provider }: ReasonContext,
  t: Translate<'words'>,
): ReasonWords | undefined {
  if (!isReason(reason)) return undefined
  const values: Values = {
    provider: provider.label,
    secret: provider.secretName,
    where: provider.secretWhere,
    tolerance: durationWords(detail.toleranceSeconds ?? 300, t),
    skew: detail.skewSeconds === undefined ? t('reasons.shared.tooLong') : durationWords(detail.skewSeconds, t),
    secrets: t('reasons.shared.secretsTried', { count: detail.secretsTried ?? 1 }),
    moment: detail.skewSeconds === undefined ? '' : momentWords(detail.skewSeconds, t),
    note: detail.note ?? '',
  }
  const say = (key: ReasonKey) => sentenceOf(t(`reasons.${key}`, values))
  const [came, causes, todo] = [CAME[reason]?.(detail), CAUSES[reason], TODO[reason]]
  return {
    title: say(`${reason}.title`),
    expected: say(`${reason}.expected`),
    came: say(came ?? `${reason}.came`),
    causes: causes.map(say),
    todo: todo.map(say),
  }
}

/** A reason in a few words: "The signature does not match"; undefined where it is not known here. */
export function reasonTitle(reason: string | null, t: Translate<'words'>): string | undefined {
  return isReason(reason) ? t(`reasons.${reason}.title`) : undefined
}

type Values = Record<string, string>
/** A key of the catalogue under `reasons`. */
type ReasonKey =
  Extract<Parameters<Translate<'words'>>[0], `reasons.${string}`> extends `reasons.${infer K}` ? K : never

const CAME: Partial<Record<VerdictReason, (detail: Detail) => ReasonKey | undefined>> = {
  malformed_signature: ({ note }) => (note === undefined ? undefined : 'malformed_signature.cameNoted'),
  signature_mismatch: ({ skewSeconds }) =>
    skewSeconds === undefined ? undefined : 'signature_mismatch.cameWithMoment',
  key_mismatch: ({ note }) => (note === undefined ? undefined : 'key_mismatch.cameNoted'),
  body_too_large: ({ note }) => (note === undefined ? undefined : 'body_too_large.cameNoted'),
}

const CAUSES: Readonly<Record<VerdictReason, readonly ReasonKey[]>> = {
  no_secret: ['no_secret.causes.usedBefore'],
  missing_signature: [
    'missing_signature.causes.stranger',
    'missing_signature.causes.proxy',
    'missing_signature.causes.byHand',
  ],
  malformed_signature: [
    'malformed_signature.causes.proxy',
    'malformed_signature.causes.byHand',
    'malformed_signature.causes.changed',
  ],
  timestamp_too_old: [
    'timestamp_too_old.causes.clock',
    'timestamp_too_old.causes.heldUp',
    'timestamp_too_old.causes.replayed',
  ],
  timestamp_in_future: ['timestamp_in_future.causes.clock', 'timestamp_in_future.causes.sender'],
  signature_mismatch: ['signature_mismatch.causes.secret', 'signature_mismatch.causes.body', 'shared.notFromProvider'],
  missing_key: ['missing_key.causes.notSet', 'shared.headerTakenOff', 'shared.didNotComeFromProvider'],
  key_mismatch: ['key_mismatch.causes.secret', 'key_mismatch.causes.other', 'shared.notFromProvider'],
  body_too_large: ['body_too_large.causes.more', 'body_too_large.causes.stranger'],
}

const TODO: Readonly<Record<VerdictReason, readonly ReasonKey[]>> = {
  no_secret: ['no_secret.todo.set'],
  missing_signature: ['missing_signature.todo.look', 'shared.letHeadersThrough'],
  malformed_signature: ['malformed_signature.todo.compare'],
  timestamp_too_old: ['timestamp_too_old.todo.clock', 'timestamp_too_old.todo.tolerance'],
  timestamp_in_future: ['timestamp_in_future.todo.clock'],
  signature_mismatch: ['shared.setAgain', 'signature_mismatch.todo.proxy'],
  missing_key: ['missing_key.todo.check', 'shared.letHeadersThrough'],
  key_mismatch: ['shared.setAgain'],
  body_too_large: ['body_too_large.todo.raise'],
}

/** The reasons of the closed list, each with all of its words. */
export const REASONS = Object.keys(CAUSES) as VerdictReason[]

function isReason(reason: string | null): reason is VerdictReason {
  return reason !== null && Object.hasOwn(CAUSES, reason)
}

/** What a provider calls its secret may begin a sentence. */
function sentenceOf(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
