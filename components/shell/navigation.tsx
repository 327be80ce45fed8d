'use client'

import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import { formatNumber } from '@/lib/events/format'
import { PLACES } from './places'
import { useFailedCount } from './use-failed-count'
import { type OpenPlace, usePlaces } from './use-places'

export function Navigation({ onNavigate }: { onNavigate?: () => void }) {
  const t = useTranslations('shell.navigation')
  const current = useCurrentHref()
  const failed = useFailedCount()
  const places = usePlaces()
  return (
    <nav aria-label={t('label')}>
      {(['look', 'follow', 'set up'] as const).map((group) => (
        <ul key={group} className="flex flex-col gap-0.5 not-first:mt-3 not-first:border-t not-first:pt-3">
          {places
            .filter((place) => place.group === group && !place.isFurther)
            .map((place) => (
              <li key={place.href}>
                <Entry
                  place={place}
                  isCurrent={place.href === current}
                  count={place.href === '/failures' ? failed : 0}
                  onNavigate={onNavigate}
                />
              </li>
            ))}
          <More
            places={places.filter((place) => place.group === group && place.isFurther)}
            current={current}
            onNavigate={onNavigate}
          />
        </ul>
      ))}
    </nav>
  )
}

interface MoreProps {
  places: readonly OpenPlace[]
  current: string | undefined
  onNavigate?: () => void
}

/** The places that few go to, folded up unless one of them is where the person is. */
function More({ places, current, onNavigate }: MoreProps) {
  const t = useTranslations('shell.navigation')
  if (places.length === 0) return null
  const isInside = places.some(({ href }) => href === current)
  return (
    <li>
      <details key={String(isInside)} open={isInside} className="group/more">
        <summary className="flex h-8 cursor-pointer select-none list-none items-center gap-2.5 rounded-md px-2 text-ink-2 text-sm hover:bg-hover hover:text-ink pointer-coarse:h-11 [&::-webkit-details-marker]:hidden">
          <ChevronRight className="size-4 text-ink-3 transition-transform group-open/more:rotate-90" aria-hidden />
          {t('more')}
        </summary>
        <ul className="mt-0.5 flex flex-col gap-0.5">
          {places.map((place) => (
            <li key={place.href}>
              <Entry place={place} isCurrent={place.href === current} count={0} onNavigate={onNavigate} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

interface EntryProps {
  place: OpenPlace
  isCurrent: boolean
  count: number
  onNavigate?: () => void
}

function Entry({ place: { href, label, icon: Icon }, isCurrent, count, onNavigate }: EntryProps) {
  const t = useTranslations('shell.navigation')
  const locale = useLocale()
  return (
    <Link
      href={href}
      onClick={onNavigate}
      aria-current={isCurrent ? 'page' : undefined}
      className={cn(
        'flex h-8 items-center gap-2.5 rounded-md px-2 text-ink-2 text-sm hover:bg-hover hover:text-ink pointer-coarse:h-11',
        isCurrent && 'bg-hover font-medium text-ink',
      )}
    >
      <Icon className={cn('size-4', isCurrent ? 'text-accent' : 'text-ink-3')} aria-hidden />
      {label}
      {count > 0 ? (
        <span className="ml-auto rounded-full bg-bad-soft px-1.5 font-medium text-2xs text-bad tabular-nums">
          <span className="sr-only">, </span>
          {formatNumber(count, locale)}
          <span className="sr-only"> {t('failedRuns', { count })}</span>
        </span>
      ) : null}
    </Link>
  )
}

function useCurrentHref(): string | undefined {
  const path = usePathname()
  const search = useSearchParams()
  const isRejected =
    path.startsWith('/deliveries') || (path === '/events' && search.get('q')?.trim() === 'verdict:rejected')
  if (isRejected) return PLACES.find(({ href }) => href.includes('verdict:rejected'))?.href
  return PLACES.find(({ href }) => path === href || path.startsWith(`${href}/`))?.href
}
