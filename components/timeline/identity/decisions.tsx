'use client'

import { Link2, Split } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Time } from '@/components/time/time'
import { actorWords } from '@/lib/audit/actor-words'
import type { Translate } from '@/lib/i18n/translate'
import { kindWithin } from '@/lib/timeline/kind-words'
import type { Kind } from '@/lib/timeline/kinds'
import { nameWithin } from '@/lib/timeline/name-words'
import type { DecisionItem, EntityIdentifier } from '@/lib/timeline/schemas'

interface DecisionsProps {
  decisions: readonly DecisionItem[]
  identifiers: readonly EntityIdentifier[]
  kind: Kind
}

/** What people decided about what is the same and what is not: who, why and when. */
export function Decisions({ decisions, identifiers, kind }: DecisionsProps) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  if (decisions.length === 0) return null
  const listed = (names: readonly string[]) => names.map((name) => nameWords(name, identifiers, words)).join(', ')
  const strong = (text: ReactNode) => <span className="font-medium">{text}</span>
  return (
    <div className="mt-3">
      <h3 className="font-medium text-ink-2 text-xs">{t('decisions.title')}</h3>
      <ul className="mt-1 space-y-2">
        {decisions.map(({ id, verdict, names, others, actor, reason, createdAt }) => {
          const Icon = verdict === 'same' ? Link2 : Split
          return (
            <li key={id} className="flex gap-2 text-xs">
              <Icon className="mt-0.5 size-3.5 shrink-0 text-ink-3" aria-hidden />
              <div className="min-w-0 break-words">
                <p className="first-letter:uppercase">
                  {t.rich(`decisions.${verdict}`, {
                    ...{ names: listed(names), others: listed(others), kind: kindWithin(kind, words) },
                    strong,
                  })}
                </p>
                <p className="text-ink-2">“{reason}”</p>
                <p className="text-ink-3">
                  {t.rich('decisions.by', { actor: actorWords(actor, words), time: () => <Time at={createdAt} /> })}
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
function nameWords(name: string, identifiers: readonly EntityIdentifier[], words: Translate<'words'>): string {
  const known = identifiers.find((identifier) => identifier.name === name)
  const value = name.slice(name.indexOf(':') + 1)
  return known ? nameWithin(name, words) : value
}
