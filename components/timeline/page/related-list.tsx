import Link from 'next/link'
import { Time } from '@/components/time/time'
import { formatCount } from '@/lib/events/format'
import { KINDS } from '@/lib/timeline/kinds'
import type { EntityDetail, RelatedItem } from '@/lib/timeline/schemas'
import { StatePill } from '../state-pill'

/** What belongs to it: by which tie, where it stands, and which event says so. */
export function RelatedList({ detail: { related, relatedMore } }: { detail: EntityDetail }) {
  if (related.length === 0) return null
  return (
    <section aria-label="Related">
      <h2 className="font-semibold text-sm">Related</h2>
      <ul className="mt-2 divide-y rounded-lg border">
        {related.map((item) => (
          <Entry key={`${item.relation} ${item.entity.id}`} item={item} />
        ))}
      </ul>
      {relatedMore > 0 ? (
        <p className="mt-1.5 text-ink-3 text-xs">and {formatCount(relatedMore, 'more', 'more')}</p>
      ) : null}
    </section>
  )
}

function Entry({ item: { title, entity, proof, rule } }: { item: RelatedItem }) {
  const { path, one } = KINDS[entity.kind]
  return (
    <li className="relative px-3 py-2 first:rounded-t-lg last:rounded-b-lg hover:bg-hover has-[a:focus-visible]:bg-accent-soft">
      <p className="text-ink-3 text-xs">
        {title} {one.toLowerCase()}
      </p>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link
          href={`/${path}/${entity.id}`}
          prefetch={false}
          className="wrap-anywhere min-w-0 font-medium outline-none after:absolute after:inset-0"
        >
          {entity.label}
        </Link>
        {entity.state ? <StatePill kind={entity.kind} state={entity.state} /> : null}
        <Time at={entity.lastAt} className="ml-auto text-ink-3 text-xs" />
      </div>
      <p className="mt-0.5 text-ink-3 text-xs">
        {rule}
        {proof ? (
          <>
            {' '}
            <Link
              href={`/events/${proof.eventId}`}
              prefetch={false}
              className="relative z-1 whitespace-nowrap text-accent hover:underline"
            >
              See the event
            </Link>
          </>
        ) : null}
      </p>
    </li>
  )
}
