'use client'

import { Sparkles } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { ProviderMark } from '@/components/providers/provider-mark'
import { Time } from '@/components/time/time'
import { useSaying } from '@/components/timeline/use-saying'
import { cn } from '@/components/ui/class-names'
import { durationWords } from '@/lib/i18n/durations'
import { findingWords } from '@/lib/timeline/finding-words'
import { kindOne } from '@/lib/timeline/kind-words'
import { KINDS } from '@/lib/timeline/kinds'
import type { EntityRef, Finding, TimelineItem } from '@/lib/timeline/schemas'
import { FindingPill } from '../finding-pill'
import { StatePill } from '../state-pill'
import { ChangeList } from './change-list'
import { MessageBubble } from './message-bubble'
import { RunLine } from './run-line'
import type { TimelineReplay } from './use-timeline-replay'

const WORTH_SAYING_MS = 60_000

export interface TimelineEntryProps {
  item: TimelineItem
  /** Whose page it is. */
  entity: EntityRef
  /** The event before it, by occurrence; undefined for the first one. */
  previous: TimelineItem | undefined
  findings: readonly Finding[]
  isRupiah: boolean
  /** It came after the moment that the page shows. */
  isLater: boolean
  isSelected: boolean
  replay: TimelineReplay
}

/** An event in its place: when, what, whose news, what it changed, and what the handlers did with it. */
export function TimelineEntry(props: TimelineEntryProps) {
  const { item, entity, findings, isRupiah, isLater, isSelected, replay } = props
  const t = useTranslations('timeline')
  const { titleOf, labelOf } = useSaying()
  const isOwn = item.of.id === entity.id
  const isAllWell = item.runs.every(({ status }) => status === 'succeeded')
  const changes = item.changes.filter(
    ({ path }) => path !== 'state' && !(item.message && path.startsWith('lastMessage')),
  )
  return (
    <li
      id={`event-${item.eventId}`}
      tabIndex={-1}
      data-event={item.eventId}
      className={cn(
        '-mx-2 relative flex scroll-my-16 gap-3 rounded-lg px-2 pt-2 pb-3 outline-none',
        'before:absolute before:top-8 before:-bottom-2 before:left-[1.1875rem] before:w-px before:bg-line last:before:hidden',
        isSelected && 'bg-accent-soft/60 ring-1 ring-accent/40 ring-inset',
      )}
    >
      <span className={cn('z-1 mt-0.5 self-start rounded-[6px] bg-surface', isLater && 'opacity-45')}>
        <ProviderMark id={item.provider} className="size-6" />
        <span className="sr-only">{labelOf(item.provider)}</span>
      </span>
      <div className={cn('min-w-0 flex-1', isLater && 'opacity-50')}>
        <div className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
          <h4 className="min-w-0 font-medium">
            <Link href={`/events/${item.eventId}`} prefetch={false} className="wrap-anywhere hover:underline">
              {titleOf(item.provider, item.type)}
            </Link>
          </h4>
          {item.state ? <StatePill kind={item.of.kind} state={item.state} className="self-center" /> : null}
          {isOwn ? null : <Of entity={item.of} />}
          <span className="ml-auto whitespace-nowrap text-ink-3 text-xs tabular-nums">
            <Gap item={item} previous={props.previous} />
            <Time at={item.occurredAt} as="second" className="text-ink-2" />
          </span>
        </div>
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-ink-3 text-xs">
          <span className="wrap-anywhere font-mono text-2xs">{item.type}</span>
          {isLater ? <span className="sr-only">{t('entry.later')}</span> : null}
          {item.isTimeKnown ? null : <span>{t('entry.receiptTime')}</span>}
          {item.deliveryCount > 1 ? <span>{t('entry.received', { count: item.deliveryCount })}</span> : null}
          {findings.length > 0 ? <Findings findings={findings} /> : null}
          {isAllWell ? <RunLine item={item} replay={replay} /> : null}
        </div>
        <div className="mt-1.5 space-y-2 empty:hidden">
          {item.isNew ? (
            <p className="flex items-center gap-1.5 text-accent text-xs">
              <Sparkles className="size-3.5" aria-hidden /> {t('entry.justArrived')}
            </p>
          ) : null}
          {item.message ? <MessageBubble message={item.message} /> : null}
          <ChangeList kind={item.of.kind} changes={changes} isRupiah={isRupiah} />
          {isAllWell ? null : <RunLine item={item} replay={replay} />}
        </div>
      </div>
    </li>
  )
}

/** Whose news it is, where it is not the thing's own. */
function Of({ entity }: { entity: EntityRef }) {
  const words = useTranslations('words')
  const { path } = KINDS[entity.kind]
  return (
    <span className="text-ink-3 text-xs">
      {kindOne(entity.kind, words)}{' '}
      <Link
        href={`/${path}/${entity.id}`}
        prefetch={false}
        className="wrap-anywhere font-medium text-ink-2 underline decoration-line-strong underline-offset-2 hover:decoration-current"
      >
        {entity.label}
      </Link>
    </span>
  )
}

/** How long nothing was heard before it. */
function Gap({ item, previous }: Pick<TimelineEntryProps, 'item' | 'previous'>) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  if (!previous) return null
  const ms = Date.parse(item.occurredAt) - Date.parse(previous.occurredAt)
  if (ms < WORTH_SAYING_MS) return null
  return (
    <span title={t('entry.sinceBefore')} className="mr-2 max-sm:hidden">
      +{durationWords(ms / 1000, words)}
    </span>
  )
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = useTranslations('timeline')
  const saying = useSaying()
  return (
    <ul aria-label={t('findings.title')} className="flex flex-wrap gap-1.5">
      {findings.map((finding) => (
        <li key={finding.rule}>
          <FindingPill rule={finding.rule} title={findingWords(finding.cause, saying)} />
        </li>
      ))}
    </ul>
  )
}
