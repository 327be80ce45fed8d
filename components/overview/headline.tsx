'use client'

import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { Time } from '@/components/time/time'
import { cn } from '@/components/ui/class-names'
import type { Overview } from '@/lib/overview/schemas'

/** The answer in one line. */
export function Headline({ overview }: { overview: Overview }) {
  const problems = overview.concerns.filter(({ severity }) => severity === 'problem').length
  const notices = overview.concerns.length - problems
  const Icon = problems > 0 ? CircleAlert : notices > 0 ? TriangleAlert : CircleCheck
  return (
    <p role="status" className="mt-2 flex min-h-7 items-start gap-2 text-base">
      <Icon
        className={cn('mt-0.5 size-5 shrink-0', problems > 0 ? 'text-bad' : notices > 0 ? 'text-wait' : 'text-good')}
        aria-hidden
      />
      <span>
        <span className="font-semibold">{words(problems, notices)}</span>{' '}
        <span className="whitespace-nowrap text-ink-3 text-xs">
          as of <Time at={overview.at} as="second" className="tabular-nums" />
        </span>
      </span>
    </p>
  )
}

function words(problems: number, notices: number): string {
  if (problems + notices === 0) return 'Everything is all right'
  const look = `${notices} to look at when there is time`
  if (problems === 0) return `Nothing is broken; ${look}`
  const needs = problems === 1 ? '1 thing needs you now' : `${problems} things need you now`
  return notices > 0 ? `${needs}; ${look}` : needs
}
