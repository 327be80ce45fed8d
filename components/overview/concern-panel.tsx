'use client'

import { CircleCheck } from 'lucide-react'
import type { Overview } from '@/lib/overview/schemas'
import { ConcernList } from './concern-list'
import { useSpeech } from './speech'

/** What is not all right. */
export function ConcernPanel({ overview }: { overview: Overview }) {
  const { t } = useSpeech()
  if (overview.concerns.length > 0) return <ConcernList overview={overview} />
  return (
    <section aria-label={t('concerns.label')} className="grid min-h-40 content-start rounded-lg border">
      <div className="px-4 py-10 text-center">
        <CircleCheck className="mx-auto size-6 text-good" aria-hidden />
        <p className="mt-2 font-medium">{t('concerns.none')}</p>
        <p className="mt-0.5 text-ink-2 text-xs">{t('concerns.noneLead')}</p>
      </div>
    </section>
  )
}
