'use client'

import { Split } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { ActionButton } from '@/components/ui/action-button'
import { Disclosure } from '@/components/ui/disclosure'
import { kindWithin } from '@/lib/timeline/kind-words'
import type { EntityDetail } from '@/lib/timeline/schemas'
import { Decisions } from './decisions'
import { IdentifierRow } from './identifier-row'
import { LinkDialog } from './link-dialog'
import { SplitDialog } from './split-dialog'

const SHOWN = 8

/** Every identifier of an entity with what proves it, what people decided about it, and how it is split or linked. */
export function Identifiers({ detail }: { detail: EntityDetail }) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const { identifiers, decisions, kind } = detail
  const shown = identifiers.length > SHOWN + 2 ? identifiers.slice(0, SHOWN) : identifiers
  const folded = identifiers.slice(shown.length)
  return (
    <section aria-label={t('identifiers.title')}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h2 className="font-semibold text-sm">{t('identifiers.title')}</h2>
        <div className="ml-auto flex gap-1.5">
          <SplitButton detail={detail} />
          <LinkButton detail={detail} />
        </div>
      </div>
      {identifiers.length === 0 ? (
        <p className="mt-1.5 text-ink-3 text-xs">{t('identifiers.none', { kind: kindWithin(kind, words) })}</p>
      ) : null}
      <ul className="mt-1.5 divide-y">
        {shown.map((identifier) => (
          <IdentifierRow key={identifier.name} identifier={identifier} kind={kind} />
        ))}
      </ul>
      {folded.length > 0 ? (
        <Disclosure summary={t('identifiers.more', { count: folded.length })} className="border-t pt-1">
          <ul className="divide-y">
            {folded.map((identifier) => (
              <IdentifierRow key={identifier.name} identifier={identifier} kind={kind} />
            ))}
          </ul>
        </Disclosure>
      ) : null}
      <Decisions decisions={decisions} identifiers={identifiers} kind={kind} />
    </section>
  )
}

function SplitButton({ detail }: { detail: EntityDetail }) {
  const t = useTranslations('timeline')
  const [open, setOpen] = useState(false)
  const { why } = usePermission('operator')
  const alone = detail.identifiers.length < 2 ? t('identifiers.onlyOne') : undefined
  return (
    <>
      <ActionButton size="sm" why={why ?? alone} onClick={() => setOpen(true)}>
        <Split aria-hidden /> {t('identifiers.splitOff')}
      </ActionButton>
      <SplitDialog detail={detail} open={open} onOpenChange={setOpen} />
    </>
  )
}

function LinkButton({ detail }: { detail: EntityDetail }) {
  const t = useTranslations('timeline')
  const [open, setOpen] = useState(false)
  const { why } = usePermission('operator')
  return (
    <>
      <ActionButton size="sm" why={why} onClick={() => setOpen(true)}>
        {t('identifiers.linkWith')}
      </ActionButton>
      <LinkDialog detail={detail} open={open} onOpenChange={setOpen} />
    </>
  )
}
