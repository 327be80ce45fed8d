'use client'

import Link from 'next/link'
import { Disclosure } from '@/components/ui/disclosure'
import { formatSeconds } from '@/lib/events/format'
import type { RunItem } from '@/lib/runs/schemas'
import { NextAttempt } from './next-attempt'
import { HELD_WORDS } from './run-words'

/** What a run that is not over waits for: a person, a destination that works again, or the time of its next attempt. */
export function WaitNote({ run }: { run: RunItem }) {
  if (run.held) {
    return (
      <p className="text-wait">
        Waits: {HELD_WORDS[run.held].reason}.{' '}
        <Link
          href={run.held === 'disabled' && run.destinationId ? `/destinations/${run.destinationId}` : '/handlers'}
          className="font-medium underline underline-offset-2"
        >
          {run.held === 'disabled' ? 'Switch it on' : 'See the handlers'}
        </Link>
      </p>
    )
  }
  if (run.status !== 'retrying' || !run.nextAttemptAt) return null
  return (
    <div>
      <p className="text-wait first-letter:uppercase">
        <NextAttempt at={run.nextAttemptAt} />, {run.tries} of {run.maxTries} made
      </p>
      {run.scheduleSeconds.length > 0 ? (
        <Disclosure summary="Schedule">
          <ol className="mt-0.5 ml-4 space-y-0.5 text-xs">
            {run.scheduleSeconds.map((seconds, index) => (
              <li key={index}>
                Attempt {run.tries + 1 + index}: at most {formatSeconds(seconds)} after the one before
              </li>
            ))}
          </ol>
          <p className="mt-0.5 ml-4">
            The waits are drawn at random below these limits, so that retries do not come all at once. After the last
            attempt the run counts as failed.
          </p>
        </Disclosure>
      ) : null}
    </div>
  )
}
