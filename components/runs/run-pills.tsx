'use client'

import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import type { RunPill } from '@/lib/runs/schemas'
import { NextAttempt } from './next-attempt'
import { RunIcon, runLook } from './run-status'
import { pillWords, runName, statusMeaning, statusWords } from './run-words'

const SHOWN = 2
/** What a person should see first, where not all is shown. */
const URGENCY = ['failed', 'retrying', 'queued', 'running', 'cancelled', 'succeeded'] as const

/** What the handlers did with an event: two pills, the worst first, and the rest on demand. */
export function RunPills({ runs, iconsOnly }: { runs: readonly RunPill[]; iconsOnly?: boolean }) {
  const t = useTranslations('runs')
  const words = useTranslations('words')
  if (runs.length === 0) return null
  const ordered = [...runs].sort((a, b) => URGENCY.indexOf(a.status) - URGENCY.indexOf(b.status))
  const shown = ordered.slice(0, SHOWN)
  const hidden = ordered.length - shown.length
  return (
    <Popover>
      <PopoverTrigger
        aria-label={t('pills.all', { runs: ordered.map((run) => pillWords(run, words)).join('; ') })}
        className="relative z-1 inline-flex max-w-full items-center gap-1 rounded-full"
      >
        {shown.map((run) => (
          <DotPill key={run.id} run={run} iconsOnly={iconsOnly} />
        ))}
        {hidden > 0 ? <span className="px-0.5 text-2xs text-ink-3 tabular-nums">+{hidden}</span> : null}
      </PopoverTrigger>
      <PopoverContent aria-label={t('pills.handlers')} className="w-72 p-1">
        <ul>
          {ordered.map((run) => (
            <li key={run.id} className="flex items-start gap-2 px-2 py-1.5">
              <RunIcon status={run.status} held={run.held} className="mt-0.5 size-3.5" />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium first-letter:uppercase">{runName(run, words)}</span>
                <span className="block text-ink-3 text-xs">
                  {run.held ? statusMeaning(run, words) : statusWords(run.status, words).label}
                  {run.status === 'retrying' && run.nextAttemptAt && !run.held ? (
                    <>
                      , <NextAttempt at={run.nextAttemptAt} />
                    </>
                  ) : null}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  )
}

function DotPill({ run, iconsOnly }: { run: RunPill; iconsOnly?: boolean }) {
  const words = pillWords(run, useTranslations('words'))
  // What is as it should be keeps quiet: its sign is green, its frame is not.
  const isFine = run.status === 'succeeded'
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className={cn(
        'inline-flex h-5 min-w-0 items-center gap-1 rounded-full border text-2xs',
        isFine ? 'border-transparent text-ink-2' : cn('font-medium', runLook(run).pill),
        isFine && !iconsOnly && '@min-[1160px]:border-line',
        isFine ? 'px-0.5' : 'px-1',
        !iconsOnly && '@min-[1160px]:pr-2 @min-[1160px]:pl-1',
      )}
    >
      <RunIcon
        status={run.status}
        held={run.held}
        className={iconsOnly ? 'size-3.5' : 'size-3.5 @min-[1160px]:size-3'}
      />
      {iconsOnly ? null : <span className="hidden max-w-23 truncate @min-[1160px]:inline">{run.title}</span>}
    </span>
  )
}
