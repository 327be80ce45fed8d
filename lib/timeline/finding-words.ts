import { durationWords } from '@/lib/i18n/durations'
import { listed, listedBriefly } from '@/lib/i18n/listed'
import type { Translate } from '@/lib/i18n/translate'
import type { Arrived, FindingCause, StepName } from './finding-cause'
import type { FindingRule } from './finding-rules'
import { kindWithin } from './kind-words'
import { alternativesWords, stepWords } from './step-words'
import { fieldTitle } from './words'

interface FindingContext {
  t: Translate<'words'>
  /** A provider as people know it. */
  labelOf: (provider: string) => string
}

/** A rule in a word or two: "Missing step". */
export function findingTitle(rule: FindingRule, t: Translate<'words'>): string {
  return t(`findings.${rule}`)
}

/** A finding for people: what, when, and what to do about it. */
export function findingWords(cause: FindingCause, context: FindingContext): string {
  const say = WORDS[cause.code] as (cause: FindingCause, context: FindingContext) => string
  return say(cause, context)
}

type Of<Code extends FindingCause['code']> = Extract<FindingCause, { code: Code }>

const WORDS: { [Code in FindingCause['code']]: (cause: Of<Code>, context: FindingContext) => string } = {
  missing_steps: ({ kind, before, missing, provider }, { t, labelOf }) =>
    t('explanations.missingSteps', {
      before: stepWords(kind, before, t),
      missing: listedBriefly(
        missing.map((steps) => t('explanations.quoted', { text: alternativesWords(kind, steps, t) })),
        t,
      ),
      count: missing.length,
      ...{ thing: kindWithin(kind, t), provider: labelOf(provider) },
    }),
  missing_field: ({ kind, before, field }, { t }) => {
    const title = fieldTitle(field, t)
    const advice = field === 'awb' ? t('explanations.askForAwb') : t('explanations.askForField', { field: title })
    return t('explanations.missingField', { before: stepWords(kind, before, t), field: title, advice })
  },
  state_back: ({ kind, steps, highest, seconds, provider }, { t, labelOf }) =>
    t('explanations.stateBack', {
      steps: quotedSteps(steps, kind, t),
      duration: durationWords(seconds, t),
      highest: stepWords(kind, highest, t),
      ...{ thing: kindWithin(kind, t), provider: labelOf(provider) },
    }),
  field_too_late: ({ kind, step, asking, seconds }, { t }) =>
    t('explanations.fieldTooLate', {
      step: stepWords(kind, step, t),
      duration: durationWords(seconds, t),
      asking: stepWords(kind, asking, t),
    }),
  branch_too_early: (cause, context) => context.t('explanations.branchTooEarly', ofBranch(cause, context)),
  branch_too_late: (cause, context) => context.t('explanations.branchTooLate', ofBranch(cause, context)),
  providers_differ: ({ kind, field, said }, { t, labelOf }) =>
    t('explanations.providersDiffer', {
      field: fieldTitle(field, t),
      said: listedBriefly(
        said.map(({ provider, value }) =>
          t('explanations.saidBy', { provider: labelOf(provider), value: String(value) }),
        ),
        t,
      ),
      thing: kindWithin(kind, t),
    }),
  changed_too_late: ({ kind, field, before, after, seconds, step }, { t }) =>
    t('explanations.changedTooLate', {
      ...{ field: fieldTitle(field, t), before: String(before), after: String(after) },
      duration: durationWords(seconds, t),
      step: stepWords(kind, step, t),
    }),
  no_news: ({ kind, step, seconds, provider }, { t, labelOf }) =>
    t('explanations.stuckIn', {
      step: stepWords(kind, step, t),
      duration: durationWords(seconds, t),
      ...{ thing: kindWithin(kind, t), provider: labelOf(provider) },
    }),
  unheard: ({ kind, teller, seconds, provider }, { t, labelOf }) =>
    t('explanations.unheard', {
      ...{ thing: kindWithin(kind, t), provider: labelOf(provider), teller: labelOf(teller) },
      duration: durationWords(seconds, t),
    }),
  overtaken: (cause, { t }) => t('explanations.overtaken', { events: eventsWords(cause, t) }),
  late: (cause, { t, labelOf }) =>
    t(cause.events > 1 ? 'explanations.lateMany' : 'explanations.lateOne', {
      events: eventsWords(cause, t),
      duration: durationWords(cause.seconds, t),
      limit: durationWords(cause.limitSeconds, t),
      providers: listed(cause.providers.map(labelOf), t),
    }),
  repeated: (cause, { t }) =>
    t(cause.events > 1 ? 'explanations.repeatedMany' : 'explanations.repeatedOne', {
      events: eventsWords(cause, t),
      count: cause.times,
    }),
  rejected: ({ deliveries, claimedType, provider }, { t, labelOf }) => {
    const values = { count: deliveries, type: claimedType ?? '', provider: labelOf(provider) }
    if (claimedType === null)
      return t(deliveries > 1 ? 'explanations.rejectedMany' : 'explanations.rejectedOne', values)
    return t(deliveries > 1 ? 'explanations.rejectedManyOfType' : 'explanations.rejectedOneOfType', values)
  },
}

function ofBranch(
  { kind, step, furthest, provider }: Of<'branch_too_early' | 'branch_too_late'>,
  { t, labelOf }: FindingContext,
) {
  return {
    ...{ step: stepWords(kind, step, t), furthest: stepWords(kind, furthest, t) },
    ...{ thing: kindWithin(kind, t), provider: labelOf(provider) },
  }
}

function quotedSteps(steps: readonly StepName[], kind: Parameters<typeof stepWords>[0], t: Translate<'words'>): string {
  return listedBriefly(
    steps.map((step) => t('explanations.quoted', { text: stepWords(kind, step, t) })),
    t,
  )
}

/** “order.shipped”, or "3 events (“order.packed” and “order.shipped”)". */
function eventsWords({ events, types }: Arrived, t: Translate<'words'>): string {
  const quoted = types.map((type) => t('explanations.quoted', { text: type }))
  if (events === 1) return quoted[0] ?? ''
  return t('explanations.eventsOfTypes', { count: events, types: listedBriefly(quoted, t) })
}
