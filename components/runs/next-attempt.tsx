'use client'

import { useTranslations } from 'use-intl'
import { Time } from '@/components/time/time'
import { useNow } from '@/components/time/zone'
import { durationWords } from '@/lib/i18n/durations'

/** "next attempt in 4 min (10:32:05)", counting down. */
export function NextAttempt({ at }: { at: string }) {
  const t = useTranslations('runs')
  const words = useTranslations('words')
  const seconds = (Date.parse(at) - useNow().getTime()) / 1000
  if (seconds <= 0) return t('next.now')
  const duration = durationWords(seconds < 60 ? seconds : Math.round(seconds / 60) * 60, words)
  return t.rich('next.in', { duration, time: () => <Time at={at} as="second" className="tabular-nums" /> })
}
