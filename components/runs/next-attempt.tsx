'use client'

import { Time } from '@/components/time/time'
import { useNow } from '@/components/time/zone'
import { formatSeconds } from '@/lib/events/format'

/** "next attempt in 4 min (10:32:05)", counting down. */
export function NextAttempt({ at }: { at: string }) {
  const seconds = (Date.parse(at) - useNow().getTime()) / 1000
  if (seconds <= 0) return <>next attempt at any moment</>
  const words = seconds < 60 ? formatSeconds(seconds) : formatSeconds(Math.round(seconds / 60) * 60)
  return (
    <>
      next attempt in {words} (<Time at={at} as="second" className="tabular-nums" />)
    </>
  )
}
