'use client'

import type { ReactNode } from 'react'
import { ProviderMark } from '@/components/providers/provider-mark'
import { RunIcon } from '@/components/runs/run-status'
import { RUN_STATUSES } from '@/lib/runs/statuses'
import { toggleValue } from '@/lib/search/language/edit'
import type { Facet, FacetKey } from '@/lib/search/summary/schemas'
import { VerdictIcon } from '../verdict-pill'
import { choiceOf, clearFacet, toggleExcluded } from './choice'
import { FacetRow } from './facet-row'
import { FacetShell } from './facet-shell'
import { standingOf } from './families'
import { listedValues } from './listed'
import type { WordsOf } from './use-facet-words'
import { VERDICT_NAMES } from './verdict-names'

interface PlainFacetProps {
  facet: Exclude<FacetKey, 'type'>
  q: string
  /** Null where they are not known. */
  answered: Facet | null
  /** All values there are, where they are few. */
  fixed?: readonly string[]
  /** Null where none are awaited. */
  awaitedRows: number | null
  words: WordsOf
  onChange: (q: string) => void
}

/** A facet whose values stand side by side. */
export function PlainFacet({ facet, q, answered, fixed, awaitedRows, words, onChange }: PlainFacetProps) {
  const choice = choiceOf(q, facet)
  const items = listedValues(facet, answered, choice, fixed).map((each) => {
    const { label, raw, isRaw } = words(facet, each.value, each.title)
    const standing = standingOf(each.value, choice)
    return {
      key: each.value,
      text: `${label} ${each.value}`.toLowerCase(),
      isNamed: standing !== 'off',
      render: () => (
        <FacetRow
          label={label}
          title={raw}
          isMono={isRaw}
          icon={iconOf(facet, each.value)}
          standing={standing}
          count={each.isCounted ? each : null}
          onToggle={() => onChange((standing === 'excluded' ? toggleExcluded : toggleValue)(q, facet, each.value))}
          onExclude={() => onChange(toggleExcluded(q, facet, each.value))}
        />
      ),
    }
  })
  if (!answered && awaitedRows === null && items.length === 0) return null
  return (
    <FacetShell
      facet={facet}
      items={items}
      awaitedRows={answered ? null : awaitedRows}
      onClear={() => onChange(clearFacet(q, facet))}
    />
  )
}

function iconOf(facet: FacetKey, value: string): ReactNode {
  if (facet === 'provider') return <ProviderMark id={value} className="size-4 rounded text-[8px]" />
  const status = facet === 'status' ? RUN_STATUSES.find((each) => each === value) : undefined
  if (status) return <RunIcon status={status} className="size-3.5 animate-none!" />
  const verdict = facet === 'verdict' ? VERDICT_NAMES.find((each) => each === value) : undefined
  return verdict ? <VerdictIcon verdict={verdict} className="size-3.5" /> : null
}
