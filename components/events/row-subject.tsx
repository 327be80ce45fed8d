'use client'

import { useTranslations } from 'use-intl'
import { problemWords } from '@/lib/events/problem-words'
import { reasonTitle } from '@/lib/events/reason-words'
import type { EventItem } from '@/lib/events/schemas'
import { subjectWithin } from '@/lib/timeline/kind-words'
import { SubjectLink } from './subject-link'

/** What the event is about; of a rejected delivery why it was, of an event without a subject what is wrong with it. */
export function RowSubject({ item }: { item: EventItem }) {
  const t = useTranslations('words')
  if (item.subject) {
    return (
      <span className="block truncate" title={`${subjectWithin(item.subject.kind, t)} ${item.subject.label}`}>
        <SubjectLink subject={item.subject} row={item.id} />
      </span>
    )
  }
  const [problem] = item.problems
  const words =
    (item.kind === 'rejected' ? reasonTitle(item.reason, t) : undefined) ?? (problem && problemWords(problem, t))
  return (
    <span className="block truncate text-ink-3" title={words}>
      {words ?? '—'}
    </span>
  )
}
