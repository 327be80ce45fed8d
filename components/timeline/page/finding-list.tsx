'use client'

import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { Time } from '@/components/time/time'
import { cn } from '@/components/ui/class-names'
import { Disclosure } from '@/components/ui/disclosure'
import { formatCount } from '@/lib/events/format'
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
  const problems = byRule(findings.filter(({ severity }) => severity === 'problem'))
  const notices = byRule(findings.filter(({ severity }) => severity === 'notice'))
  const failing = items.filter(({ runs }) => runs.some(({ status }) => status === 'failed'))
  return (
    <section aria-label="Findings">
      <h2 className="sr-only">Findings</h2>
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
          Nothing is wrong as far as the events tell.
        </p>
      )}
      {notices.length > 0 ? (
        <Disclosure summary={`${formatCount(notices.length, 'notice')}: ${titles(notices)}`} className="mt-2">
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

function titles(groups: readonly Findings[]): string {
  return groups
    .map(([{ title }, ...more]) => `${title.toLowerCase()}${more.length > 0 ? ` ${more.length + 1}×` : ''}`)
    .join(', ')
}

function Group({ group, items, onSelect }: { group: Findings } & Omit<FindingListProps, 'findings'>) {
  const [{ title, severity }] = group
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
          {title}
          {group.length > 1 ? <span className="font-normal text-ink-2"> {group.length}×</span> : null}
        </h3>
        <ul className="space-y-1.5">
          {shown.map((finding, index) => (
            <Entry key={index} finding={finding} items={items} onSelect={onSelect} />
          ))}
        </ul>
        {hidden.length > 0 ? (
          <Disclosure summary={`${hidden.length.toLocaleString('en')} more`} className="mt-1">
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
  const { rule, explanation, eventIds, at } = finding
  return (
    <li>
      <p className="wrap-anywhere text-ink-2">{explanation}</p>
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
          <span className="text-ink-3">and {(eventIds.length - LINKS).toLocaleString('en')} more</span>
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
  const item = items.find(({ eventId }) => eventId === id)
  if (item) {
    return (
      <button type="button" className={LINK} onClick={() => onSelect(id)}>
        {item.title}, <Time at={item.occurredAt} as="short" />
      </button>
    )
  }
  return (
    <Link href={isDelivery ? `/deliveries/${id}` : `/events/${id}`} prefetch={false} className={LINK}>
      {number === null
        ? `See the ${isDelivery ? 'delivery' : 'event'}`
        : `See ${isDelivery ? 'delivery' : 'event'} ${number}`}
    </Link>
  )
}
