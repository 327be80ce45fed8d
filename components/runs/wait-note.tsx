'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Disclosure } from '@/components/ui/disclosure'
import { durationWords } from '@/lib/i18n/durations'
import type { RunItem } from '@/lib/runs/schemas'
import { NextAttempt } from './next-attempt'
import { heldReason } from './run-words'

/** What a run that is not over waits for: a person, a destination that works again, or the time of its next attempt. */
export function WaitNote({ run }: { run: RunItem }) {
  const t = useTranslations('runs')
  const words = useTranslations('words')
  if (run.held) {
    return (
      <p className="text-wait">
        {t('wait.held', { reason: heldReason(run.held, words) })}{' '}
        <Link
          href={run.held === 'disabled' && run.destinationId ? `/destinations/${run.destinationId}` : '/handlers'}
          className="font-medium underline underline-offset-2"
        >
          {run.held === 'disabled' ? t('wait.switchOn') : t('wait.seeHandlers')}
        </Link>
      </p>
    )
  }
  if (run.status !== 'retrying' || !run.nextAttemptAt) return null
  const { nextAttemptAt } = run
  return (
    <div>
      <p className="text-wait first-letter:uppercase">
        {t.rich('wait.made', {
          next: () => <NextAttempt at={nextAttemptAt} />,
          made: String(run.tries),
          most: String(run.maxTries),
        })}
      </p>
      {run.scheduleSeconds.length > 0 ? (
        <Disclosure summary={t('wait.schedule')}>
          <ol className="mt-0.5 ml-4 space-y-0.5 text-xs">
            {run.scheduleSeconds.map((seconds, index) => (
              <li key={index}>
                {t('wait.atMost', {
                  number: String(run.tries + 1 + index),
                  duration: durationWords(seconds, words),
                })}
              </li>
            ))}
          </ol>
          <p className="mt-0.5 ml-4">{t('wait.note')}</p>
        </Disclosure>
      ) : null}
    </div>
  )
}
