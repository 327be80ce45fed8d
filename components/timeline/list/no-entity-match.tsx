'use client'

import { SearchX } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { useWindowWords } from '@/components/filters/window-words'
import { useProviders } from '@/components/providers/providers-context'
import { Button, buttonStyle } from '@/components/ui/button'
import { kindTitle, kindWithin } from '@/lib/timeline/kind-words'
import { KIND_NAMES, KINDS, type Kind } from '@/lib/timeline/kinds'
import type { EntityFilters } from '@/lib/timeline/list-filters'
import { entityFilterWords } from './filter-options'

interface NoEntityMatchProps {
  kind: Kind
  filters: EntityFilters
  onClear: () => void
}

/** Things there may be, but none under these filters: says which they are, and where the same search may find more. */
export function NoEntityMatch({ kind, filters, onClear }: NoEntityMatchProps) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const providers = useProviders()
  const time = useWindowWords(filters.from, filters.to)
  const asked = entityFilterWords(filters, { t, words, kind, providers, time })
  return (
    <div className="flex flex-1 justify-center px-4 pt-[12vh] pb-6">
      <div className="max-w-md text-center">
        <SearchX className="mx-auto size-6 text-ink-3" aria-hidden />
        <h2 className="mt-3 font-semibold text-base">{t('noMatch.title', { kind: kindWithin(kind, words) })}</h2>
        <p className="mt-1 text-ink-2">{t('noMatch.text')}</p>
        <ul className="mt-2.5 flex flex-wrap justify-center gap-1.5">
          {asked.map((each) => (
            <li
              key={each}
              className="wrap-anywhere rounded-full border border-line-strong px-2.5 py-0.5 font-medium text-xs"
            >
              {each}
            </li>
          ))}
        </ul>
        <Button className="mt-4" onClick={onClear}>
          {t('noMatch.clear')}
        </Button>
        {filters.q ? (
          <div className="mt-5">
            <p className="text-ink-3 text-xs">{t('noMatch.among', { query: filters.q })}</p>
            <ul className="mt-1.5 flex flex-wrap justify-center gap-1">
              {KIND_NAMES.filter((other) => other !== kind).map((other) => (
                <li key={other}>
                  <Link
                    href={`/${KINDS[other].path}?${new URLSearchParams({ q: filters.q ?? '' })}`}
                    className={buttonStyle({ variant: 'ghost', size: 'sm' })}
                  >
                    {kindTitle(other, words)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </div>
  )
}
