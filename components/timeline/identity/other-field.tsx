'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Time } from '@/components/time/time'
import { ProviderMarks } from '@/components/timeline/provider-marks'
import { StatePill } from '@/components/timeline/state-pill'
import { cn } from '@/components/ui/class-names'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { kindOne, kindWithin } from '@/lib/timeline/kind-words'
import { entitySearchOptions } from '@/lib/timeline/query-options'
import type { EntityItem, EntityRef } from '@/lib/timeline/schemas'

const TYPING_PAUSE_MS = 200

interface OtherFieldProps {
  entity: EntityRef
  chosen: EntityItem | null
  onChoose: (other: EntityItem | null) => void
}

/** Finds another entity of the same kind by any of its identifiers. */
export function OtherField({ entity, chosen, onChoose }: OtherFieldProps) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const kind = kindWithin(entity.kind, words)
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useQuery({
    ...entitySearchOptions(entity.kind, asked),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  const others = asked === '' ? [] : (found.data?.items ?? []).filter(({ id }) => id !== entity.id)
  const isNothing = asked !== '' && found.isSuccess && !found.isPlaceholderData && others.length === 0
  return (
    <div>
      <Field
        id="link-other"
        label={t('link.other', { kind, Kind: kindOne(entity.kind, words) })}
        hint={t('link.otherHint')}
        error={found.error?.message}
      >
        <Input
          id="link-other"
          type="text"
          inputMode="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            onChoose(null)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault()
          }}
        />
      </Field>
      {others.length > 0 ? (
        <ul
          aria-label={t('link.found')}
          className="scroll-quiet mt-2 max-h-52 divide-y overflow-y-auto rounded-md border"
        >
          {others.map((other) => (
            <li key={other.id}>
              <Choice other={other} isChosen={other.id === chosen?.id} onChoose={() => onChoose(other)} />
            </li>
          ))}
        </ul>
      ) : null}
      {isNothing ? (
        <p role="status" className="mt-2 text-ink-2 text-xs">
          {t('link.noOther', { kind, query: asked })}
        </p>
      ) : null}
    </div>
  )
}

function Choice({ other, isChosen, onChoose }: { other: EntityItem; isChosen: boolean; onChoose: () => void }) {
  const t = useTranslations('timeline')
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className={cn(
        'flex w-full flex-wrap items-center gap-x-2.5 gap-y-0.5 px-3 py-2 text-left hover:bg-hover',
        isChosen && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      <span className="font-medium">{other.label}</span>
      {other.state ? <StatePill kind={other.kind} state={other.state} /> : null}
      <span className="ml-auto">
        <ProviderMarks ids={other.providers} />
      </span>
      <span className="w-full text-ink-3 text-xs">
        {t.rich('link.choice', { count: other.eventCount, time: () => <Time at={other.lastAt} /> })}
      </span>
    </button>
  )
}
