'use client'

import { SearchX, ShieldCheck, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { segmentsOf, withSegment } from '@/components/search/segments'
import { termWords } from '@/components/search/term-words'
import { useNames } from '@/components/search/use-names'
import { Button } from '@/components/ui/button'

/** Events there may be, but none that fit the query: says what it asks for, and takes any of it away. */
export function NoMatch({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const t = useTranslations('events.noMatch')
  const search = useTranslations('search')
  const names = useNames()
  const isOnlyRejected = q.trim() === 'verdict:rejected'
  const Icon = isOnlyRejected ? ShieldCheck : SearchX
  return (
    <div className="scroll-quiet flex flex-1 justify-center overflow-y-auto px-4 pt-[12vh] pb-6">
      <div className="max-w-md text-center">
        <Icon className="mx-auto size-6 text-ink-3" aria-hidden />
        <h2 className="mt-3 font-semibold text-base">{t(isOnlyRejected ? 'none' : 'title')}</h2>
        <p className="mt-1 text-ink-2">{t(isOnlyRejected ? 'noneLead' : 'lead')}</p>
        {isOnlyRejected ? null : (
          <ul className="mt-2.5 flex flex-wrap justify-center gap-1.5">
            {segmentsOf(q).map((segment) => {
              const words = segment.term ? termWords(segment.term, search, names) : segment.token
              return (
                <li key={segment.start} className="max-w-full">
                  <button
                    type="button"
                    title={segment.token}
                    aria-label={t('remove', { words })}
                    onClick={() => onChange(withSegment(q, segment, ''))}
                    className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-full border border-line-strong py-0.5 pr-2 pl-2.5 font-medium text-xs hover:bg-hover pointer-coarse:min-h-9"
                  >
                    <span className="truncate">{words}</span>
                    <X className="size-3 shrink-0 text-ink-3" aria-hidden />
                  </button>
                </li>
              )
            })}
          </ul>
        )}
        <Button className="mt-4" onClick={() => onChange('')}>
          {t(isOnlyRejected ? 'showAll' : 'clear')}
        </Button>
        {isOnlyRejected ? null : <p className="mt-3 text-ink-3 text-xs">{t('live')}</p>}
      </div>
    </div>
  )
}
