'use client'

import { ArrowRight, Minus, PenLine, Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import { Disclosure } from '@/components/ui/disclosure'
import { kindOne } from '@/lib/timeline/kind-words'
import type { Kind } from '@/lib/timeline/kinds'
import type { Change } from '@/lib/timeline/schemas'
import { fieldTitle, memberTitle } from '@/lib/timeline/words'
import { readPath } from './change-path'
import { type ValueKind, valueKind } from './value-kind'
import { ValueView } from './value-view'

const SHOWN = 5
const SIGNS = {
  added: { icon: Plus, ink: 'text-good' },
  removed: { icon: Minus, ink: 'text-bad' },
  changed: { icon: PenLine, ink: 'text-ink-3' },
} as const

interface ChangeListProps {
  kind: Kind
  changes: readonly Change[]
  isRupiah: boolean
}

/** What an event changed, field by field; many changes fold. */
export function ChangeList({ kind, changes, isRupiah }: ChangeListProps) {
  const t = useTranslations('timeline')
  if (changes.length === 0) return null
  const isLong = changes.length > SHOWN + 1
  const hidden = isLong ? changes.slice(SHOWN) : []
  return (
    <div>
      <Changes kind={kind} changes={isLong ? changes.slice(0, SHOWN) : changes} isRupiah={isRupiah} />
      {hidden.length > 0 ? (
        <Disclosure summary={t('changes.more', { count: hidden.length })} className="mt-1">
          <Changes kind={kind} changes={hidden} isRupiah={isRupiah} />
        </Disclosure>
      ) : null}
    </div>
  )
}

function Changes({ kind, changes, isRupiah }: ChangeListProps) {
  const t = useTranslations('timeline')
  return (
    <ul aria-label={t('changes.title')} className="space-y-1">
      {changes.map((change) => (
        <ChangeLine
          key={`${change.of ?? ''} ${change.path}`}
          kind={change.of ?? kind}
          change={change}
          isRupiah={isRupiah}
        />
      ))}
    </ul>
  )
}

function ChangeLine({ kind, change, isRupiah }: { kind: Kind; change: Change; isRupiah: boolean }) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const place = readPath(change.path)
  const { icon: Icon, ink } = SIGNS[change.change]
  const as = valueKind(kind, place)
  const name = [
    change.of && t('changes.named', { word: kindOne(change.of, words) }).trim(),
    fieldTitle(place.field, words),
    as === 'line' || as === 'lines' || isTag(place.field) ? null : place.item,
    place.member && memberTitle(place.member, words),
  ]
  return (
    <li className="grid grid-cols-[0.875rem_minmax(4.5rem,auto)_minmax(0,1fr)] gap-x-2">
      <Icon className={cn('mt-0.5 size-3.5', ink)} aria-hidden />
      <span className="wrap-anywhere max-w-52 text-ink-2">
        <span className="sr-only">{t('changes.named', { word: t(`changes.${change.change}`) })}</span>
        {name.filter(Boolean).join(' ')}
      </span>
      <div className="min-w-0">
        <Values change={change} as={as} isRupiah={isRupiah} />
      </div>
    </li>
  )
}

function isTag(field: string): boolean {
  return field === 'tags'
}

function Values({ change, as, isRupiah }: { change: Change; as: ValueKind; isRupiah: boolean }) {
  const t = useTranslations('timeline')
  if (change.change === 'added') {
    return (
      <ins className="text-good no-underline">
        <ValueView value={change.after} as={as} isRupiah={isRupiah} />
      </ins>
    )
  }
  if (change.change === 'removed') {
    return (
      <del className="text-bad decoration-bad/50">
        <ValueView value={change.before} as={as} isRupiah={isRupiah} />
      </del>
    )
  }
  return (
    <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-1.5">
      <span className="sr-only">{t('changes.from')}</span>
      <span className="text-ink-3">
        <ValueView value={change.before} as={as} isRupiah={isRupiah} />
      </span>
      <ArrowRight className="size-3 shrink-0 self-center text-ink-3" aria-hidden />
      <span className="sr-only">{t('changes.to')}</span>
      <span className="font-medium">
        <ValueView value={change.after} as={as} isRupiah={isRupiah} />
      </span>
    </span>
  )
}
