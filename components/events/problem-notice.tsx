'use client'

import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import { problemWords } from '@/lib/events/problem-words'
import type { ProblemNote } from '@/lib/events/schemas'

/** The body could not be read as documented; the event was kept all the same. */
export function ProblemNotice({ problems }: { problems: ProblemNote[] }) {
  const t = useTranslations('events')
  const words = useTranslations('words')
  if (problems.length === 0) return null
  return (
    <Notice tone="wait" title={t('problems.title')}>
      <ul className="space-y-0.5">
        {problems.map((problem) => (
          <li key={problem.code + problem.message} className="break-words">
            {problemWords(problem, words)}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-ink-3 text-xs">{t('problems.note')}</p>
    </Notice>
  )
}
