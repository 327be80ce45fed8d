'use client'

import type { Facet } from '@/lib/search/summary/schemas'
import { choiceOf, clearFacet, toggleExcluded } from './choice'
import { FacetRow } from './facet-row'
import { FacetShell, type ShellItem } from './facet-shell'
import { type Family, familiesOf, familyStanding, standingOf, toggleFamily, toggleType } from './families'
import { FamilyRows } from './family-rows'
import { type ListedValue, listedValues } from './listed'
import type { WordsOf } from './use-facet-words'

interface TypeFacetProps {
  q: string
  /** Null where they are not known. */
  answered: Facet | null
  /** Null where none are awaited. */
  awaitedRows: number | null
  words: WordsOf
  onChange: (q: string) => void
}

/** Event types: single ones and whole families, which open to their members. */
export function TypeFacet({ q, answered, awaitedRows, words, onChange }: TypeFacetProps) {
  const choice = choiceOf(q, 'type')
  const listed = listedValues('type', answered, choice)
  const entries = familiesOf(listed.filter(({ value }) => !value.includes('*')))
  const families = new Set(entries.flatMap((entry) => ('members' in entry ? [entry.pattern] : [])))
  const patterns = listed.filter(({ value }) => value.includes('*') && !families.has(value))
  const isNamed = (value: string) => choice.chosen.includes(value) || choice.excluded.includes(value)
  const textOf = (value: string) => words('type', value, null).raw.toLowerCase()

  const row = (type: ListedValue) => (
    <FacetRow
      key={type.value}
      label={type.value}
      title={words('type', type.value, null).raw}
      isMono
      standing={standingOf(type.value, choice)}
      count={type.isCounted ? type : null}
      onToggle={() => onChange(toggleType(q, type.value))}
      onExclude={() => onChange(toggleExcluded(q, 'type', type.value))}
    >
      {families.size > 0 && <span className="w-6 shrink-0 pointer-coarse:w-9" />}
    </FacetRow>
  )
  const single = (type: ListedValue): ShellItem => ({
    key: type.value,
    text: textOf(type.value),
    isNamed: isNamed(type.value),
    render: () => row(type),
  })
  const family = (entry: Family<ListedValue>): ShellItem => ({
    key: entry.pattern,
    text: [entry.pattern, ...entry.members.map(({ value }) => textOf(value))].join('\n'),
    isNamed: [entry.pattern, ...entry.members.map(({ value }) => value)].some(isNamed),
    render: (find) => (
      <FamilyRows
        family={entry}
        standing={familyStanding(entry, choice)}
        isOpenAtFirst={entry.members.some(({ value }) => isNamed(value))}
        isFound={find !== '' && !entry.pattern.includes(find)}
        onToggle={() => onChange(toggleFamily(q, entry))}
        onExclude={() => onChange(toggleExcluded(q, 'type', entry.pattern))}
      >
        {entry.members.filter(({ value }) => entry.pattern.includes(find) || textOf(value).includes(find)).map(row)}
      </FamilyRows>
    ),
  })
  const items = [...patterns, ...entries]
    .map((entry) => ('members' in entry ? family(entry) : single(entry)))
    .sort((a, b) => Number(b.isNamed) - Number(a.isNamed))
  if (!answered && awaitedRows === null && items.length === 0) return null
  return (
    <FacetShell
      facet="type"
      items={items}
      awaitedRows={answered ? null : awaitedRows}
      onClear={() => onChange(clearFacet(q, 'type'))}
    />
  )
}
