'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { Time } from '@/components/time/time'
import { cn } from '@/components/ui/class-names'
import { eventsHref } from '@/lib/events/events-href'
import { formatNumber } from '@/lib/events/format'
import type { Overview } from '@/lib/overview/schemas'
import { FINDING_RULES } from '@/lib/timeline/finding-rules'
import { countOf, countWords } from './count-words'
import { type Speech, useSpeech } from './speech'

/** How things stand, in four numbers, each a link to what it counts. */
export function Numbers({ overview: { failures, queue, findings, refusals } }: { overview: Overview }) {
  const speech = useSpeech()
  const { t, locale } = speech
  const problems = findings.filter(({ rule }) => FINDING_RULES[rule].severity === 'problem')
  const open = problems.reduce((sum, { count }) => sum + count.value, 0)
  const isPart = problems.some(({ count }) => count.precision !== 'exact')
  return (
    <dl className="mt-3 grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Tile
        title={t('numbers.failedRuns')}
        value={countWords(failures.failed, speech)}
        href="/failures"
        tone={failures.failed.value > 0 ? 'bad' : 'plain'}
        note={
          failures.retrying.value > 0
            ? t('numbers.beingRetried', { number: countWords(failures.retrying, speech) })
            : t('numbers.noneRetried')
        }
      />
      <Tile
        title={t('numbers.waitingRuns')}
        value={countWords(queue.waiting, speech)}
        href={eventsHref({ status: 'queued,retrying' })}
        note={
          queue.oldestWaitingAt ? (
            <Since name="oldestSince" at={queue.oldestWaitingAt} />
          ) : (
            (held(queue, speech) ??
            (queue.running > 0 ? t('numbers.atWork', { count: queue.running }) : t('numbers.nothingWaits')))
          )
        }
      />
      <Tile
        title={t('numbers.openFindings')}
        value={countWords({ value: open, precision: isPart ? 'at_least' : 'exact' }, speech)}
        href="#overview-findings"
        tone={open > 0 ? 'wait' : 'plain'}
        note={t('numbers.onTimelines')}
      />
      <Tile
        title={t('numbers.refused')}
        value={formatNumber(refusals.count, locale)}
        href="/sources"
        note={refusals.lastAt ? <Since name="last" at={refusals.lastAt} /> : t('numbers.allKnown')}
      />
    </dl>
  )
}

function held({ held }: Overview['queue'], speech: Speech): string | null {
  return held.value > 0 ? speech.t('numbers.held', { runs: countOf(held, 'runs', speech) }) : null
}

function Since({ name, at }: { name: 'oldestSince' | 'last'; at: string }) {
  const { t } = useSpeech()
  return t.rich(`numbers.${name}`, { time: () => <Time at={at} /> })
}

function Tile({
  title,
  value,
  href,
  note,
  tone = 'plain',
}: {
  title: string
  value: string
  href: string
  note: ReactNode
  tone?: 'plain' | 'bad' | 'wait'
}) {
  const { t } = useSpeech()
  return (
    <div className="relative rounded-lg border px-3.5 py-2.5 hover:bg-hover has-[a:focus-visible]:bg-accent-soft">
      <dt className="text-ink-2 text-xs">{title}</dt>
      <dd>
        <Link
          href={href}
          aria-label={t('numbers.tile', { title, value })}
          className={cn(
            'font-semibold text-xl tabular-nums outline-none after:absolute after:inset-0',
            tone === 'bad' && 'text-bad',
            tone === 'wait' && 'text-wait',
          )}
        >
          {value}
        </Link>
        <span className="block truncate text-ink-3 text-xs">{note}</span>
      </dd>
    </div>
  )
}
