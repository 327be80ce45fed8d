import Link from 'next/link'
import type { EventSubject } from '@/lib/events/schemas'
import { KINDS } from '@/lib/timeline/kinds'

/** What an event is about, leading to its page where it has one. In a list, `row` is the id of the row it stands in. */
export function SubjectLink({ subject: { kind, label, entity }, row }: { subject: EventSubject; row?: string }) {
  return (
    <>
      <span className="text-ink-3 first-letter:uppercase">{kind} </span>
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
