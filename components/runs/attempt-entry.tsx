'use client'

import { CircleCheck, CircleSlash, CircleX, LoaderCircle, type LucideIcon } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode, Ref } from 'react'
import { useTranslations } from 'use-intl'
import { Time } from '@/components/time/time'
import { cn } from '@/components/ui/class-names'
import { shortDurationWords } from '@/lib/i18n/durations'
import type { AttemptItem, AttemptOutcome, RunItem } from '@/lib/runs/schemas'
import { AttemptParts } from './attempt-parts'
import { outcomeWords, triggerWords } from './run-words'

const SIGNS: Record<AttemptOutcome, { icon: LucideIcon; ink: string }> = {
  succeeded: { icon: CircleCheck, ink: 'text-good' },
  failed: { icon: CircleX, ink: 'text-bad' },
  timed_out: { icon: CircleX, ink: 'text-bad' },
  lost: { icon: CircleSlash, ink: 'text-idle' },
  returned: { icon: CircleSlash, ink: 'text-idle' },
}

interface AttemptEntryProps {
  attempt: AttemptItem
  run: RunItem
  /** The latest one shows what came back without being asked. */
  isLatest: boolean
  ref?: Ref<HTMLLIElement>
}

/** One attempt: what started it, how long it took, how it ended, and what was sent and came back. */
export function AttemptEntry({ attempt, run, isLatest, ref }: AttemptEntryProps) {
  const t = useTranslations('runs')
  const words = useTranslations('words')
  const { outcome, error } = attempt
  const sign = outcome ? SIGNS[outcome] : { icon: LoaderCircle, ink: 'text-wait motion-safe:animate-spin' }
  const isBad = outcome === 'failed' || outcome === 'timed_out'
  return (
    <AttemptLine
      ref={ref}
      sign={<sign.icon className={cn('size-3.5', sign.ink)} aria-hidden />}
      title={
        <>
          <span className="text-ink-3 tabular-nums">#{attempt.number}</span>{' '}
          <span className="font-medium text-ink-2">{triggerWords(attempt, run, words)}</span>
        </>
      }
      aside={<Time at={attempt.startedAt} as="second" className="text-ink-3 tabular-nums" />}
    >
      {attempt.replay?.reason ? <p className="text-ink-2">“{attempt.replay.reason}”</p> : null}
      <p>
        <span className={cn(isBad ? 'font-medium text-bad' : outcome === 'succeeded' ? 'text-good' : 'text-ink-2')}>
          {outcome ? outcomeWords(outcome, words) : t('attempt.running')}
        </span>
        {attempt.durationMs === null
          ? null
          : t('attempt.in', { duration: shortDurationWords(attempt.durationMs, words) })}
        {attempt.result ? (
          <span className="text-ink-2">
            : <span translate="no">{attempt.result}</span>
          </span>
        ) : null}
      </p>
      {error ? (
        <p translate="no" className="whitespace-pre-wrap break-words text-bad">
          {error.message}
        </p>
      ) : null}
      {attempt.supersededRetryAt ? (
        <p>
          {t.rich('attempt.supersededRetry', { time: () => <Time at={attempt.supersededRetryAt ?? ''} as="second" /> })}
        </p>
      ) : null}
      {attempt.replay?.id ? (
        <p>
          <Link href={`/replays/${attempt.replay.id}`} className="text-accent hover:underline">
            {t('attempt.seeReplay')}
          </Link>
        </p>
      ) : null}
      <AttemptParts attempt={attempt} unfolded={isLatest && isBad ? 'response' : null} />
    </AttemptLine>
  )
}

/** The frame of an attempt, also of one that is still to come. */
export function AttemptLine({
  sign,
  title,
  aside,
  children,
  ref,
}: {
  sign: ReactNode
  title: ReactNode
  aside?: ReactNode
  children?: ReactNode
  ref?: Ref<HTMLLIElement>
}) {
  return (
    <li ref={ref} className="flex scroll-my-6 gap-2 text-xs">
      <span className="mt-0.5 shrink-0">{sign}</span>
      <div className="min-w-0 flex-1 space-y-0.5">
        <p className="flex items-baseline justify-between gap-3">
          <span className="min-w-0 break-words">{title}</span>
          <span className="shrink-0">{aside}</span>
        </p>
        {children}
      </div>
    </li>
  )
}
