'use client'

import { History } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Time } from '@/components/time/time'
import { Button } from '@/components/ui/button'
import type { Coverage } from '@/lib/search/summary/schemas'

interface CoverageBarProps {
  coverage: Coverage
  /** Nothing was found in what was looked at. */
  isEmpty: boolean
  isLooking: boolean
  onLookFurther: () => void
}

/** Of which part of the answer is not known, and the way to know more of it; nothing where all is. */
export function CoverageBar({ coverage: { from, waiting }, isEmpty, isLooking, onLookFurther }: CoverageBarProps) {
  const t = useTranslations('events.coverage')
  if (from === null && waiting === 0) return null
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-t bg-wait-soft px-4 py-1 text-ink-2 text-xs lg:px-6">
      {from === null ? null : (
        <>
          <History className="size-3.5 shrink-0 text-wait" aria-hidden />
          <span role="status">
            {isEmpty ? `${t('nothing')} ` : null}
            {t.rich('back', { time: () => <Time at={from} as="short" /> })}
          </span>
          <Button size="sm" variant="ghost" aria-disabled={isLooking} onClick={() => isLooking || onLookFurther()}>
            {t(isLooking ? 'looking' : 'further')}
          </Button>
        </>
      )}
      {waiting > 0 ? <span>{t('waiting', { count: waiting })}</span> : null}
    </div>
  )
}
