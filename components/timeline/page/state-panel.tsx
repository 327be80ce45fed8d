'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { ProviderMark } from '@/components/providers/provider-mark'
import { Time } from '@/components/time/time'
import { useSaying } from '@/components/timeline/use-saying'
import { cn } from '@/components/ui/class-names'
import type { Kind } from '@/lib/timeline/kinds'
import type { EntityDetail, FieldItem, TimelineItem } from '@/lib/timeline/schemas'
import { fieldTitle } from '@/lib/timeline/words'
import { StatePill } from '../state-pill'
import { valueKind } from './value-kind'
import { ValueView } from './value-view'

interface StatePanelProps {
  /** As it was after `asOf`, or as it is. */
  detail: Pick<EntityDetail, 'kind' | 'state' | 'fields'>
  asOf: TimelineItem | null
  isRupiah: boolean
  /** The figures of an earlier moment are still shown. */
  isStale: boolean
}

/** What is so of a thing: each field with who said so last, and what others say instead. */
export function StatePanel({ detail, asOf, isRupiah, isStale }: StatePanelProps) {
  const t = useTranslations('timeline')
  const { titleOf } = useSaying()
  const { kind, state, fields } = detail
  return (
    <section aria-label={t('state.label')} aria-busy={isStale}>
      <h2 className="flex flex-wrap items-center gap-2 font-semibold text-sm">
        {asOf ? t('state.then') : t('state.now')}
        {state ? <StatePill kind={kind} state={state} className="font-medium" /> : null}
      </h2>
      {asOf ? (
        <p className="mt-0.5 text-ink-3 text-xs">
          {t.rich('state.after', {
            event: titleOf(asOf.provider, asOf.type),
            time: () => <Time at={asOf.occurredAt} as="short" />,
          })}
        </p>
      ) : null}
      {fields.length > 0 ? (
        <dl className={cn('mt-2 divide-y rounded-lg border transition-opacity', isStale && 'opacity-60')}>
          {fields.map((field) => (
            <Field key={field.field} kind={kind} field={field} isRupiah={isRupiah} />
          ))}
        </dl>
      ) : (
        <p className="mt-1.5 text-ink-3">{asOf ? t('state.nothingThen') : t('state.nothing')}</p>
      )}
    </section>
  )
}

function Field({ kind, field, isRupiah }: { kind: Kind; field: FieldItem; isRupiah: boolean }) {
  const words = useTranslations('words')
  const as = valueKind(kind, { field: field.field, item: null, member: null })
  // Each provider has its own words for where a thing stands: that they differ is no dispute.
  const tone = field.field === 'status' ? 'text-ink-3' : 'text-wait'
  return (
    <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 px-3 py-2">
      <dt className="text-ink-3">{fieldTitle(field.field, words)}</dt>
      <dd className="min-w-0 space-y-1.5">
        {[field, ...field.others].map((said, _, all) => (
          <Said key={said.provider} said={said} as={as} isRupiah={isRupiah} tone={all.length < 2 ? null : tone} />
        ))}
      </dd>
    </div>
  )
}

/** A value with the provider who said so; its mark leads to the event. Where they disagree the names are spelled out. */
function Said({
  said,
  as,
  isRupiah,
  tone,
}: {
  said: FieldItem['others'][number]
  as: ReturnType<typeof valueKind>
  isRupiah: boolean
  tone: string | null
}) {
  const t = useTranslations('timeline')
  const label = useSaying().labelOf(said.provider)
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <ValueView value={said.value} as={as} isRupiah={isRupiah} />
        {tone ? (
          <span className={cn('block text-2xs', tone)}>
            {t.rich('state.says', { provider: label, time: () => <Time at={said.saidAt} as="short" /> })}
          </span>
        ) : null}
      </div>
      <Link
        href={`/events/${said.eventId}`}
        prefetch={false}
        aria-label={t('state.saidBy', { provider: label })}
        className="rounded-[5px]"
      >
        <ProviderMark id={said.provider} className="size-4.5 text-[8.5px]" />
      </Link>
    </div>
  )
}
