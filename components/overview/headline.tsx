'use client'

import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { Time } from '@/components/time/time'
import { cn } from '@/components/ui/class-names'
import type { Translate } from '@/lib/i18n/translate'
import type { Overview } from '@/lib/overview/schemas'
import { useSpeech } from './speech'

/** The answer in one line. */
export function Headline({ overview }: { overview: Overview }) {
  const { t } = useSpeech()
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
        <span className="font-semibold">{words(problems, notices, t)}</span>{' '}
        <span className="whitespace-nowrap text-ink-3 text-xs">
          {t.rich('headline.asOf', { time: () => <Time at={overview.at} as="second" className="tabular-nums" /> })}
        </span>
      </span>
    </p>
  )
}

function words(problems: number, notices: number, t: Translate<'overview'>): string {
  if (problems + notices === 0) return t('headline.allRight')
  const look = t('headline.look', { count: notices })
  if (problems === 0) return t('headline.notBroken', { look })
  const needs = t('headline.needs', { count: problems })
  return notices > 0 ? t('headline.needsAndLook', { needs, look }) : needs
}
