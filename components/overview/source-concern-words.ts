import { eventsHref } from '@/lib/events/events-href'
import { type ProviderWords, reasonTitle } from '@/lib/events/reason-words'
import { durationWords } from '@/lib/i18n/durations'
import type { Overview, SourcePulse } from '@/lib/overview/schemas'
import { silence } from '@/lib/overview/silence'
import type { ConcernContext, ConcernWords } from './concern-words'
import { countOf, shareWords } from './count-words'
import { rejectedHref } from './hrefs'
import { rhythmWords, spell } from './source-words'

type Words = (source: SourcePulse, provider: ProviderWords, found: Overview, context: ConcernContext) => ConcernWords

/** The words of what concerns a source. */
export const SOURCE_WORDS = {
  refusing: ({ id, name, patience }, { label: provider }, _, { speech }) => {
    const { t, words } = speech
    const { streak, limit, lastDeliveryId, reason } = patience
    const left = limit === null ? null : limit - streak.value
    const deliveries = countOf(streak, 'deliveries', speech)
    return {
      title:
        left === null
          ? t('concerns.refusing.title', { source: name, deliveries })
          : left > 0
            ? t('concerns.refusing.titleWithLeft', { source: name, deliveries, left })
            : t('concerns.refusing.suspended', {
                provider,
                source: name === provider ? t('concerns.refusing.itsWebhook') : name,
              }),
      todo: t('concerns.refusing.todo', { reason: reasonTitle(reason, words) ?? t('patience.refused') }),
      href: lastDeliveryId ? `/deliveries/${lastDeliveryId}` : eventsHref({ source: id, verdict: 'rejected' }),
    }
  },
  given_up: ({ id, name, patience }, { label: provider }, _, { speech }) => {
    const events = countOf({ value: patience.retries.givenUp, precision: 'exact' }, 'events', speech)
    return {
      title: speech.t('concerns.givenUp.title', { source: name, events }),
      todo: speech.t('concerns.givenUp.todo', { provider }),
      href: eventsHref({ source: id, verdict: 'rejected', from: '24h' }),
    }
  },
  silent: (source, { label: provider }, _, { now, speech }) => {
    const { t } = speech
    const duration = spell(silence(source, now).seconds ?? 0, speech)
    return {
      title: t('concerns.silent.title', { source: source.name, duration }),
      todo: source.rhythm
        ? t('concerns.silent.todoWithRhythm', { rhythm: rhythmWords(source.rhythm, speech), provider })
        : t('concerns.silent.todo', { provider }),
      href: eventsHref({ source: source.id }),
    }
  },
  rejected_share: (source, _provider, { window }, { speech }) => ({
    title: speech.t('concerns.rejectedShare.title', {
      source: source.name,
      share: shareWords(source.rejected, source.accepted, speech),
    }),
    todo: speech.t('concerns.rejectedShare.todo'),
    href: rejectedHref(source.id, window),
  }),
  lag: ({ id, name, lag }, { label: provider }, _, { speech: { t, words } }) => ({
    title: t('concerns.lag.title', { source: name, duration: durationWords(lag?.p95Seconds ?? 0, words) }),
    todo: t('concerns.lag.todo', { provider }),
    href: eventsHref({ source: id }),
  }),
  no_secret: ({ id, name }, { secretName: secret }, _, { speech: { t } }) => ({
    title: t('concerns.noSecret.title', { source: name }),
    todo: t('concerns.noSecret.todo', { secret }),
    href: `/sources/${id}`,
  }),
} satisfies Record<string, Words>
