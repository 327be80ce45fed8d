'use client'

import { Archive, ArrowDownToLine, CornerUpLeft, type LucideIcon, Repeat2 } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Time } from '@/components/time/time'
import { cn } from '@/components/ui/class-names'
import { formatMs } from '@/lib/events/format'
import type { DeliveryDetail } from '@/lib/events/schemas'
import { verdictSentence } from '@/lib/events/verdict-words'
import { VerdictIcon } from './verdict-pill'

/** The way of a delivery through Jejak: received, checked, recorded, answered, and every further receipt of its event. */
export function Trail({
  first,
  repeats,
  hiddenRepeats,
}: {
  first: DeliveryDetail
  repeats: DeliveryDetail[]
  hiddenRepeats: number
}) {
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
          isLast={repeats.length === 0 && hiddenRepeats === 0}
        />
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

interface StepProps {
  icon?: LucideIcon
  sign?: ReactNode
  title: ReactNode
  at?: string
  isLast?: boolean
  children?: ReactNode
}

function Step({ icon: Icon, sign, title, at, isLast, children }: StepProps) {
  return (
    <li
      className={cn(
        'relative flex gap-3',
        !isLast && 'pb-4 before:absolute before:top-6 before:bottom-0 before:left-[11.5px] before:w-px before:bg-line',
      )}
    >
      <span className="z-1 grid size-6 shrink-0 place-items-center rounded-full border bg-surface text-ink-3">
        {sign ?? (Icon ? <Icon className="size-3.5" aria-hidden /> : null)}
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-medium">{title}</span>
          {at ? <Time at={at} as="clock" className="text-ink-3 text-xs tabular-nums" /> : null}
        </div>
        {children ? <p className="break-words text-ink-3 text-xs">{children}</p> : null}
      </div>
    </li>
  )
}
