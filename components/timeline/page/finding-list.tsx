'use client'

import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Time } from '@/components/time/time'
import { useSaying } from '@/components/timeline/use-saying'
import { cn } from '@/components/ui/class-names'
import { Disclosure } from '@/components/ui/disclosure'
import { findingTitle, findingWords } from '@/lib/timeline/finding-words'
import type { Finding, TimelineItem } from '@/lib/timeline/schemas'
import { FindingIcon } from '../finding-pill'
import { FailedHandlers } from './failed-handlers'

const LINKS = 4
const SHOWN = 2

interface FindingListProps {
  findings: readonly Finding[]
  items: readonly TimelineItem[]
  onSelect: (eventId: string) => void
}

/** What is wrong, in words, with the events concerned; what is only worth knowing folds. */
export function FindingList({ findings, items, onSelect }: FindingListProps) {
  const t = useTranslations('timeline')
  const { t: words } = useSaying()
  const problems = byRule(findings.filter(({ severity }) => severity === 'problem'))
  const notices = byRule(findings.filter(({ severity }) => severity === 'notice'))
  const failing = items.filter(({ runs }) => runs.some(({ status }) => status === 'failed'))
  return (
    <section aria-label={t('findings.title')}>
      <h2 className="sr-only">{t('findings.title')}</h2>
      {problems.length > 0 || failing.length > 0 ? (
        <ul className="space-y-2">
          {failing.length > 0 ? <FailedHandlers failing={failing} onSelect={onSelect} /> : null}
          {problems.map((group) => (
            <Group key={group[0].rule} group={group} items={items} onSelect={onSelect} />
          ))}
        </ul>
      ) : (
        <p className="flex items-center gap-2 text-ink-2">
          <CircleCheck className="size-4 shrink-0 text-good" aria-hidden />
          {t('findings.fine')}
        </p>
      )}
      {notices.length > 0 ? (
        <Disclosure
          summary={t('findings.notices', {
            count: notices.length,
            titles: notices
              .map(([{ rule }, ...more]) => {
                const title = findingTitle(rule, words).toLowerCase()
                return more.length > 0 ? t('findings.times', { title, count: more.length + 1 }) : title
              })
              .join(', '),
          })}
          className="mt-2"
        >
          <ul className="mt-1.5 space-y-2">
            {notices.map((group) => (
              <Group key={group[0].rule} group={group} items={items} onSelect={onSelect} />
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  )
}

type Findings = [Finding, ...Finding[]]

/** What is wrong in the same way stands together; what would be said in the same words is said once. */
function byRule(findings: readonly Finding[]): Findings[] {
  const groups = new Map<string, Findings>()
  for (const finding of findings) {
    const group = groups.get(finding.rule)
    const same = group?.findIndex(({ explanation }) => explanation === finding.explanation) ?? -1
    const known = group?.[same]
    if (!group) groups.set(finding.rule, [finding])
    else if (!known) group.push(finding)
    else group[same] = { ...known, eventIds: [...known.eventIds, ...finding.eventIds] }
  }
  return [...groups.values()]
}

function Group({ group, items, onSelect }: { group: Findings } & Omit<FindingListProps, 'findings'>) {
  const t = useTranslations('timeline')
  const { t: words } = useSaying()
  const [{ rule, severity }] = group
  const isProblem = severity === 'problem'
  const shown = group.length <= SHOWN + 1 ? group : group.slice(0, SHOWN)
  const hidden = group.slice(shown.length)
  return (
    <li
      className={cn(
        'flex gap-2.5 rounded-lg border px-3 py-2.5',
        isProblem ? 'border-bad-line/60 bg-bad-soft' : 'border-line bg-sunken',
      )}
    >
      <FindingIcon severity={severity} className="mt-0.5 size-4" />
      <div className="min-w-0 flex-1">
        <h3 className="font-medium">
          {findingTitle(rule, words)}
          {group.length > 1 ? <span className="font-normal text-ink-2"> {group.length}×</span> : null}
        </h3>
        <ul className="space-y-1.5">
          {shown.map((finding, index) => (
            <Entry key={index} finding={finding} items={items} onSelect={onSelect} />
          ))}
        </ul>
        {hidden.length > 0 ? (
          <Disclosure summary={t('findings.more', { count: hidden.length })} className="mt-1">
            <ul className="mt-1 space-y-1.5">
              {hidden.map((finding, index) => (
                <Entry key={index} finding={finding} items={items} onSelect={onSelect} />
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </div>
    </li>
  )
}

function Entry({ finding, items, onSelect }: { finding: Finding } & Omit<FindingListProps, 'findings'>) {
  const t = useTranslations('timeline')
  const { rule, cause, eventIds, at } = finding
  return (
    <li>
      <p className="wrap-anywhere text-ink-2">{findingWords(cause, useSaying())}</p>
      <p className="mt-0.5 flex flex-wrap gap-x-3 gap-y-0.5 text-xs">
        <Time at={at} className="text-ink-3" />
        {eventIds.slice(0, LINKS).map((id, index) => (
          <Concerned
            key={id}
            id={id}
            number={eventIds.length > 1 ? index + 1 : null}
            isDelivery={rule === 'rejected_delivery'}
            items={items}
            onSelect={onSelect}
          />
        ))}
        {eventIds.length > LINKS ? (
          <span className="text-ink-3">{t('findings.andMore', { count: eventIds.length - LINKS })}</span>
        ) : null}
      </p>
    </li>
  )
}

const LINK = 'font-medium text-accent hover:underline'

/** Leads to the event in the list below; to its own page where it is not there. */
function Concerned({
  id,
  number,
  isDelivery,
  items,
  onSelect,
}: { id: string; number: number | null; isDelivery: boolean } & Omit<FindingListProps, 'findings'>) {
  const t = useTranslations('timeline')
  const { titleOf } = useSaying()
  const item = items.find(({ eventId }) => eventId === id)
  if (item) {
    return (
      <button type="button" className={LINK} onClick={() => onSelect(id)}>
        {titleOf(item.provider, item.type)}, <Time at={item.occurredAt} as="short" />
      </button>
    )
  }
  return (
    <Link href={isDelivery ? `/deliveries/${id}` : `/events/${id}`} prefetch={false} className={LINK}>
      {number === null
        ? t(isDelivery ? 'findings.seeDelivery' : 'findings.seeEvent')
        : t(isDelivery ? 'findings.seeDeliveryNumber' : 'findings.seeEventNumber', { number })}
    </Link>
  )
}
