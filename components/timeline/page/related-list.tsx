'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Time } from '@/components/time/time'
import { useSaying } from '@/components/timeline/use-saying'
import { kindWithin } from '@/lib/timeline/kind-words'
import { KINDS } from '@/lib/timeline/kinds'
import type { EntityDetail, RelatedItem } from '@/lib/timeline/schemas'
import { tieWords } from '@/lib/timeline/tie-words'
import { relationTitle } from '@/lib/timeline/words'
import { StatePill } from '../state-pill'

/** What belongs to it: by which tie, where it stands, and which event says so. */
export function RelatedList({ detail: { related, relatedMore } }: { detail: EntityDetail }) {
  const t = useTranslations('timeline')
  if (related.length === 0) return null
  return (
    <section aria-label={t('related.title')}>
      <h2 className="font-semibold text-sm">{t('related.title')}</h2>
      <ul className="mt-2 divide-y rounded-lg border">
        {related.map((item) => (
          <Entry key={`${item.relation} ${item.entity.id}`} item={item} />
        ))}
      </ul>
      {relatedMore > 0 ? (
        <p className="mt-1.5 text-ink-3 text-xs">{t('related.more', { count: relatedMore })}</p>
      ) : null}
    </section>
  )
}

function Entry({ item }: { item: RelatedItem }) {
  const t = useTranslations('timeline')
  const saying = useSaying()
  const { relation, seenFrom, entity, proof } = item
  const { path } = KINDS[entity.kind]
  return (
    <li className="relative px-3 py-2 first:rounded-t-lg last:rounded-b-lg hover:bg-hover has-[a:focus-visible]:bg-accent-soft">
      <p className="text-ink-3 text-xs">
        {t('related.tie', {
          relation: relationTitle(relation, seenFrom, saying.t),
          kind: kindWithin(entity.kind, saying.t),
        })}
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
        {tieWords(item, saying)}
        {proof ? (
          <>
            {' '}
            <Link
              href={`/events/${proof.eventId}`}
              prefetch={false}
              className="relative z-1 whitespace-nowrap text-accent hover:underline"
            >
              {t('related.seeEvent')}
            </Link>
          </>
        ) : null}
      </p>
    </li>
  )
}
