'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { Time } from '@/components/time/time'
import { cn } from '@/components/ui/class-names'
import type { Overview } from '@/lib/overview/schemas'
import { FINDING_RULES } from '@/lib/timeline/finding-rules'
import { countOf, countWords } from './count-words'
import { eventsHref } from './hrefs'

/** How things stand, in four numbers, each a link to what it counts. */
export function Numbers({ overview: { failures, queue, findings, refusals } }: { overview: Overview }) {
  const problems = findings.filter(({ rule }) => FINDING_RULES[rule].severity === 'problem')
  const open = problems.reduce((sum, { count }) => sum + count.value, 0)
  const isPart = problems.some(({ count }) => count.precision !== 'exact')
  return (
    <dl className="mt-3 grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Tile
        title="Failed runs"
        value={countWords(failures.failed)}
        href="/failures"
        tone={failures.failed.value > 0 ? 'bad' : 'plain'}
        note={failures.retrying.value > 0 ? `${countWords(failures.retrying)} being retried` : 'none being retried'}
      />
      <Tile
        title="Waiting runs"
        value={countWords(queue.waiting)}
        href={eventsHref({ status: 'queued,retrying' })}
        note={
          queue.oldestWaitingAt ? (
            <>
              oldest since <Time at={queue.oldestWaitingAt} />
            </>
          ) : (
            (held(queue) ?? (queue.running > 0 ? `${queue.running} at work` : 'nothing waits'))
          )
        }
      />
      <Tile
        title="Open findings"
        value={countWords({ value: open, precision: isPart ? 'at_least' : 'exact' })}
        href="#overview-findings"
        tone={open > 0 ? 'wait' : 'plain'}
        note="on timelines"
      />
      <Tile
        title="Refused with 404"
        value={refusals.count.toLocaleString('en')}
        href="/sources"
        note={
          refusals.lastAt ? (
            <>
              last <Time at={refusals.lastAt} />
            </>
          ) : (
            'every address was known'
          )
        }
      />
    </dl>
  )
}

function held({ held }: Overview['queue']): string | null {
  return held.value > 0 ? `${countOf(held, 'run')} held` : null
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
  return (
    <div className="relative rounded-lg border px-3.5 py-2.5 hover:bg-hover has-[a:focus-visible]:bg-accent-soft">
      <dt className="text-ink-2 text-xs">{title}</dt>
      <dd>
        <Link
          href={href}
          aria-label={`${title}: ${value}`}
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
