'use client'

import { Link2, Split } from 'lucide-react'
import { Time } from '@/components/time/time'
import { actorWords } from '@/lib/audit/actor-words'
import { KINDS, type Kind } from '@/lib/timeline/kinds'
import type { DecisionItem, EntityIdentifier } from '@/lib/timeline/schemas'

interface DecisionsProps {
  decisions: readonly DecisionItem[]
  identifiers: readonly EntityIdentifier[]
  kind: Kind
}

/** What people decided about what is the same and what is not: who, why and when. */
export function Decisions({ decisions, identifiers, kind }: DecisionsProps) {
  if (decisions.length === 0) return null
  const one = KINDS[kind].one.toLowerCase()
  const words = (names: readonly string[]) => names.map((name) => nameWords(name, identifiers)).join(', ')
  return (
    <div className="mt-3">
      <h3 className="font-medium text-ink-2 text-xs">Decided by people</h3>
      <ul className="mt-1 space-y-2">
        {decisions.map(({ id, verdict, names, others, actor, reason, createdAt }) => {
          const Icon = verdict === 'same' ? Link2 : Split
          return (
            <li key={id} className="flex gap-2 text-xs">
              <Icon className="mt-0.5 size-3.5 shrink-0 text-ink-3" aria-hidden />
              <div className="min-w-0 break-words">
                <p className="first-letter:uppercase">
                  <span className="font-medium">{words(names)}</span>{' '}
                  {verdict === 'same' ? `is the same ${one} as` : `is another ${one} than`}{' '}
                  <span className="font-medium">{words(others)}</span>
                </p>
                <p className="text-ink-2">“{reason}”</p>
                <p className="text-ink-3">
                  {actorWords(actor)}, <Time at={createdAt} />
                </p>
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** A name as the page shows it where it belongs to this thing, or its value. */
function nameWords(name: string, identifiers: readonly EntityIdentifier[]): string {
  const known = identifiers.find((identifier) => identifier.name === name)
  const value = name.slice(name.indexOf(':') + 1)
  return known ? `${known.label.charAt(0).toLowerCase()}${known.label.slice(1)} ${known.value}` : value
}
