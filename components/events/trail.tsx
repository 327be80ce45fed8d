'use client'

import { Archive, ArrowDownToLine, CornerUpLeft, Repeat2 } from 'lucide-react'
import Link from 'next/link'
import { Children, type ReactNode } from 'react'
import { formatMs } from '@/lib/events/format'
import type { DeliveryDetail } from '@/lib/events/schemas'
import { verdictSentence } from '@/lib/events/verdict-words'
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
  const hasMore = Children.count(children) > 0
  const recordedMs = Date.parse(first.recordedAt) - Date.parse(first.receivedAt)
  return (
    <section aria-label="What happened">
      <h2 className="mb-2.5 font-semibold text-sm">What happened</h2>
      <ol>
        <Step icon={ArrowDownToLine} title="Received" at={first.receivedAt}>
          {first.remoteAddress ? (
            <>
              from <span className="font-mono">{first.remoteAddress}</span>
            </>
          ) : (
            'from an unknown address'
          )}
        </Step>
        <Step
          sign={<VerdictIcon verdict={first.verdict} className="size-3.5" />}
          title={verdictSentence(first.verdict, first.reason, first.verdictDetail)}
        >
          {first.verdictDetail.note}
        </Step>
        <Step icon={Archive} title="Recorded" at={first.recordedAt}>
          {recordedMs >= 0 ? `${formatMs(recordedMs)} after it arrived` : null}
        </Step>
        <Step
          icon={CornerUpLeft}
          title={`Answered ${first.status}`}
          isLast={!hasMore && repeats.length === 0 && hiddenRepeats === 0}
        />
        {children}
        {hiddenRepeats > 0 ? (
          <Step icon={Repeat2} title={`${hiddenRepeats.toLocaleString('en')} more receipts`}>
            counted, not listed here
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
                Received again
              </Link>
            }
          >
            {verdictSentence(delivery.verdict, delivery.reason, delivery.verdictDetail)};{' '}
            {delivery.sameBodyAsFirst === false ? (
              <span className="font-medium text-wait">other bytes than the first</span>
            ) : (
              'the same bytes'
            )}
            ; answered {delivery.status}
          </Step>
        ))}
      </ol>
    </section>
  )
}
