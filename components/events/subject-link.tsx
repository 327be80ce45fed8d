'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { EventSubject } from '@/lib/events/schemas'
import { subjectWithin } from '@/lib/timeline/kind-words'
import { KINDS } from '@/lib/timeline/kinds'

/** What an event is about, leading to its page where it has one. In a list, `row` is the id of the row it stands in. */
export function SubjectLink({ subject: { kind, label, entity }, row }: { subject: EventSubject; row?: string }) {
  const t = useTranslations('words')
  return (
    <>
      <span className="text-ink-3 first-letter:uppercase">{subjectWithin(kind, t)} </span>
      {entity ? (
        <Link
          href={`/${KINDS[entity.kind].path}/${entity.id}`}
          prefetch={false}
          data-of-row={row}
          className="relative z-1 font-medium underline decoration-line-strong underline-offset-2 hover:decoration-current"
        >
          {label}
        </Link>
      ) : (
        <span className="font-medium">{label}</span>
      )}
    </>
  )
}
