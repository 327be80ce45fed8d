'use client'

import { Archive, ArrowDownToLine, CornerUpLeft, Repeat2 } from 'lucide-react'
import Link from 'next/link'
import { Children, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { DeliveryDetail } from '@/lib/events/schemas'
import { verdictSentence } from '@/lib/events/verdict-words'
import { shortDurationWords } from '@/lib/i18n/durations'
import { Step } from './step'
import { VerdictIcon } from './verdict-pill'

interface TrailProps {
  first: DeliveryDetail
  repeats: DeliveryDetail[]
  hiddenRepeats: number
  /** What the handlers did, as further steps. */
  children?: ReactNode
}

/** The way of a delivery through Jejak: received, checked, recorded, answered, handled, and every further receipt. */
export function Trail({ first, repeats, hiddenRepeats, children }: TrailProps) {
  const t = useTranslations('events')
  const words = useTranslations('words')
  const hasMore = Children.count(children) > 0
  const recordedMs = Date.parse(first.recordedAt) - Date.parse(first.receivedAt)
  return (
    <section aria-label={t('trail.title')}>
      <h2 className="mb-2.5 font-semibold text-sm">{t('trail.title')}</h2>
      <ol>
        <Step icon={ArrowDownToLine} title={t('trail.received')} at={first.receivedAt}>
          {first.remoteAddress
            ? t.rich('trail.from', { address: () => <span className="font-mono">{first.remoteAddress}</span> })
            : t('trail.fromUnknown')}
        </Step>
        <Step sign={<VerdictIcon verdict={first.verdict} className="size-3.5" />} title={verdictSentence(first, words)}>
          {first.verdictDetail.note}
        </Step>
        <Step icon={Archive} title={t('trail.recorded')} at={first.recordedAt}>
          {recordedMs >= 0 ? t('trail.recordedAfter', { duration: shortDurationWords(recordedMs, words) }) : null}
        </Step>
        <Step
          icon={CornerUpLeft}
          title={t('trail.answered', { status: String(first.status) })}
          isLast={!hasMore && repeats.length === 0 && hiddenRepeats === 0}
        />
        {children}
        {hiddenRepeats > 0 ? (
          <Step icon={Repeat2} title={t('trail.more', { count: hiddenRepeats })}>
            {t('trail.moreNote')}
          </Step>
        ) : null}
        {repeats.map((delivery, index) => (
          <Step
            key={delivery.id}
            icon={Repeat2}
            at={delivery.receivedAt}
            isLast={index === repeats.length - 1}
            title={
              <Link
                href={`/deliveries/${delivery.id}`}
                prefetch={false}
                className="underline decoration-line-strong underline-offset-2 hover:decoration-current"
              >
                {t('trail.again')}
              </Link>
            }
          >
            {t.rich(delivery.sameBodyAsFirst === false ? 'trail.againOther' : 'trail.againSame', {
              ...{ verdict: verdictSentence(delivery, words), status: String(delivery.status) },
              other: (text) => <span className="font-medium text-wait">{text}</span>,
            })}
          </Step>
        ))}
      </ol>
    </section>
  )
}
