'use client'

import { ChevronLeft, ChevronRight, History } from 'lucide-react'
import { useId } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Time } from '@/components/time/time'
import { useZone } from '@/components/time/zone'
import { useSaying } from '@/components/timeline/use-saying'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { formatAbsolute } from '@/lib/events/format'
import type { TimelineItem } from '@/lib/timeline/schemas'

interface AsOfProps {
  /** In the order in which they occurred. */
  items: readonly TimelineItem[]
  asOf: string | null
  onChange: (eventId: string | null) => void
}

/** Goes back to how things stood after any event. The last one is now. */
export function AsOf({ items, asOf, onChange }: AsOfProps) {
  const t = useTranslations('timeline')
  const { titleOf } = useSaying()
  const locale = useLocale()
  const id = useId()
  const [zone] = useZone()
  const last = items.length - 1
  const found = asOf === null ? last : items.findIndex(({ eventId }) => eventId === asOf)
  const index = found < 0 ? last : found
  const item = asOf === null ? undefined : items[index]
  const go = (next: number) => onChange(next >= last ? null : (items[Math.max(0, next)]?.eventId ?? null))
  if (last < 1) return null
  return (
    <div
      className={cn(
        'flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-lg border px-3 py-1.5',
        asOf === null ? 'border-line' : 'border-accent/50 bg-accent-soft',
      )}
    >
      <label htmlFor={id} className="flex items-center gap-1.5 font-medium text-xs">
        <History className="size-3.5 text-ink-3" aria-hidden /> {t('asOf.label')}
      </label>
      <span className="flex min-w-40 flex-1 items-center gap-1">
        <Button
          variant="ghost"
          size="icon"
          aria-label={t('asOf.back')}
          disabled={index === 0}
          onClick={() => go(index - 1)}
        >
          <ChevronLeft aria-hidden />
        </Button>
        <input
          id={id}
          type="range"
          min={0}
          max={last}
          value={index}
          aria-valuetext={
            item
              ? `${titleOf(item.provider, item.type)}, ${formatAbsolute(new Date(item.occurredAt), zone, locale)}`
              : t('asOf.now')
          }
          onChange={(event) => go(Number(event.target.value))}
          className="h-6 min-w-0 flex-1 accent-(--accent)"
        />
        <Button
          variant="ghost"
          size="icon"
          aria-label={t('asOf.on')}
          disabled={index === last}
          onClick={() => go(index + 1)}
        >
          <ChevronRight aria-hidden />
        </Button>
      </span>
      <span className="min-w-0 truncate text-xs md:w-64">
        {item ? (
          <>
            <span className="font-medium">{titleOf(item.provider, item.type)}</span>,{' '}
            <Time at={item.occurredAt} as="short" className="text-ink-2" />
          </>
        ) : asOf === null ? (
          <span className="text-ink-2">{t('asOf.now')}</span>
        ) : (
          <span className="text-ink-2">{t('asOf.further')}</span>
        )}
      </span>
      {asOf === null ? null : (
        <Button size="sm" onClick={() => onChange(null)}>
          {t('asOf.toNow')}
        </Button>
      )}
    </div>
  )
}
