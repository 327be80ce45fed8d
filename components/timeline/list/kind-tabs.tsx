'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import { kindTitle } from '@/lib/timeline/kind-words'
import { KIND_NAMES, KINDS, type Kind } from '@/lib/timeline/kinds'

/** From one kind of thing to another; the search, the provider and the time go with it, for they mean the same there. */
export function KindTabs({ current, query }: { current: Kind; query: Readonly<Record<string, string>> }) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const { q, provider, from, to } = query
  const kept = Object.entries({ q, provider, from, to }).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const search = new URLSearchParams(kept).toString()
  const active = useRef<HTMLAnchorElement>(null)
  useEffect(() => active.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [])
  return (
    <nav
      aria-label={t('list.kinds')}
      className="-mx-3 -mb-2.5 overflow-x-auto px-3 [scrollbar-width:none] md:-mx-4 md:px-4 lg:-mx-6 lg:px-6"
    >
      <ul className="flex gap-4">
        {KIND_NAMES.map((kind) => (
          <li key={kind}>
            <Link
              ref={kind === current ? active : undefined}
              href={`/${KINDS[kind].path}${search ? `?${search}` : ''}`}
              aria-current={kind === current ? 'page' : undefined}
              className={cn(
                'flex h-9 items-center whitespace-nowrap border-b-2 font-medium text-sm pointer-coarse:h-11',
                kind === current ? 'border-accent text-ink' : 'border-transparent text-ink-2 hover:text-ink',
              )}
            >
              {kindTitle(kind, words)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
