'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ProviderMark } from '@/components/providers/provider-mark'
import { useEventTitle, useProvider } from '@/components/providers/providers-context'
import { Time } from '@/components/time/time'
import { CopyButton } from '@/components/ui/copy-button'
import { kindOne, kindWithin } from '@/lib/timeline/kind-words'
import { KINDS, type Kind } from '@/lib/timeline/kinds'
import type { EntityDetail, EntityRef } from '@/lib/timeline/schemas'
import { fieldTitle, relationTitle } from '@/lib/timeline/words'
import { FindingIcon } from '../finding-pill'
import { StatePill } from '../state-pill'
import { EntityBackLink } from './entity-back-link'
import { valueKind } from './value-kind'
import { ValueView } from './value-view'

/** What people ask for first, by kind. */
const FIRST_FIELDS: Record<Kind, readonly string[]> = {
  order: ['total', 'payment', 'fulfilment', 'awb'],
  customer: ['name', 'phone', 'email'],
  shipment: ['awb', 'courier', 'service', 'direction'],
  product: ['name', 'price', 'basePrice'],
  purchase: ['total', 'expectedArrival'],
  transfer: ['from', 'to', 'expectedArrival'],
  adjustment: ['reason', 'direction', 'place'],
}

/** What belongs to it closely enough to stand beside its name. */
const FIRST_RELATED: ReadonlySet<Kind> = new Set(['order', 'customer', 'shipment', 'purchase', 'transfer'])
const MOST_RELATED = 3

interface EntityHeadProps {
  detail: EntityDetail
  isRupiah: boolean
  lastTitleProvider: string | undefined
  children?: ReactNode
}

/** Which one it is, where it stands, in our word and in the providers', and when it was last heard of. */
export function EntityHead({ detail, isRupiah, lastTitleProvider, children }: EntityHeadProps) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const { kind, label, state, statuses, lastAt, lastType, eventCount, store } = detail
  const problems = detail.findings.filter(({ severity }) => severity === 'problem').length
  const lastTitle = useEventTitle(lastTitleProvider ?? '', lastType)
  return (
    <header className="border-b px-3 pt-2.5 pb-4 md:px-4 lg:px-6">
      <EntityBackLink kind={kind} />
      <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h1 className="flex min-w-0 items-center gap-1 font-semibold text-lg tracking-tight">
          <span className="wrap-anywhere">
            <span className="font-normal text-ink-3">{kindOne(kind, words)} </span>
            {label}
          </span>
          <CopyButton value={label} what={t('head.copy', { kind: kindWithin(kind, words), label })} />
        </h1>
        {state ? <StatePill kind={kind} state={state} className="h-6 px-2.5 text-sm" /> : null}
        {problems > 0 ? (
          <span className="inline-flex h-6 items-center gap-1 rounded-full bg-bad-soft pr-2.5 pl-2 font-medium text-bad text-sm">
            <FindingIcon severity="problem" /> {t('head.problems', { count: problems })}
          </span>
        ) : null}
        <div className="ml-auto max-sm:ml-0 max-sm:w-full">{children}</div>
      </div>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2">
        {statuses.map(({ provider, status }) => (
          <Status key={provider} provider={provider} status={status} />
        ))}
        <span>
          {t.rich('head.lastNews', {
            title: lastTitle ?? lastType,
            quiet: (text) => <span className="text-ink-3">{text}</span>,
            strong: (text) => <span className="font-medium text-ink">{text}</span>,
            time: () => <Time at={lastAt} />,
          })}
        </span>
      </p>
      <dl className="mt-2.5 flex flex-wrap items-baseline gap-x-5 gap-y-1.5">
        <FirstFields detail={detail} isRupiah={isRupiah} />
        <FirstRelated detail={detail} />
        <Fact title={t('head.store')}>{store.name}</Fact>
        <Fact title={t('head.events')}>{eventCount.toLocaleString(useLocale())}</Fact>
      </dl>
    </header>
  )
}

/** A provider's own word for where it stands. */
function Status({ provider, status }: { provider: string; status: string }) {
  const t = useTranslations('timeline')
  const label = useProvider(provider)?.label ?? provider
  return (
    <span className="inline-flex items-center gap-1.5">
      <ProviderMark id={provider} />
      <span>
        {t.rich('head.says', {
          ...{ provider: label, status },
          quiet: (text) => <span className="text-ink-3">{text}</span>,
          strong: (text) => <span className="font-medium text-ink">{text}</span>,
        })}
      </span>
    </span>
  )
}

function FirstFields({ detail: { kind, label, fields }, isRupiah }: { detail: EntityDetail; isRupiah: boolean }) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  return FIRST_FIELDS[kind].map((name) => {
    const found = fields.find(({ field }) => field === name)
    if (!found || found.value === label) return null
    return (
      <Fact key={name} title={fieldTitle(name, words)}>
        <ValueView
          value={found.value}
          as={valueKind(kind, { field: name, item: null, member: null })}
          isRupiah={isRupiah}
        />
        {found.others.length > 0 ? <span className="ml-1.5 text-wait text-xs">{t('head.differ')}</span> : null}
      </Fact>
    )
  })
}

function FirstRelated({ detail: { kind, related } }: { detail: EntityDetail }) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  if (kind === 'product') return null
  const byTitle = new Map<string, EntityRef[]>()
  for (const { relation, seenFrom, entity } of related.filter((item) => FIRST_RELATED.has(item.entity.kind))) {
    const title = relationTitle(relation, seenFrom, words)
    byTitle.set(title, [...(byTitle.get(title) ?? []), entity])
  }
  return [...byTitle].map(([title, entities]) => (
    <Fact key={title} title={title}>
      {entities.slice(0, MOST_RELATED).map((entity, index) => (
        <span key={entity.id}>
          {index > 0 ? ', ' : null}
          <Link
            href={`/${KINDS[entity.kind].path}/${entity.id}`}
            prefetch={false}
            className="wrap-anywhere font-medium text-accent hover:underline"
          >
            {entity.label}
          </Link>
        </span>
      ))}
      {entities.length > MOST_RELATED ? (
        <span className="text-ink-3"> {t('head.more', { count: entities.length - MOST_RELATED })}</span>
      ) : null}
    </Fact>
  ))
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 items-baseline gap-1.5">
      <dt className="text-ink-3 text-xs">{title}</dt>
      <dd className="wrap-anywhere min-w-0">{children}</dd>
    </div>
  )
}
