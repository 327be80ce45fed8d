'use client'

import { CircleHelp } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { FaultSuggestion } from '@/components/search/fault-list'
import { segmentsOf, withSegment } from '@/components/search/segments'
import { Button } from '@/components/ui/button'

interface FaultsNoticeProps {
  q: string
  /** What the server says of a query that is well formed and yet cannot be asked. */
  message?: string
  onChange: (q: string) => void
}

/** In place of the list while the query is not understood: an empty list would say that there is nothing. */
export function FaultsNotice({ q, message, onChange }: FaultsNoticeProps) {
  const t = useTranslations('events.faults')
  const faulty = segmentsOf(q).flatMap((segment) => (segment.fault ? [{ segment, fault: segment.fault }] : []))
  return (
    <div className="scroll-quiet flex flex-1 justify-center overflow-y-auto px-4 pt-[12vh] pb-6">
      <div className="max-w-lg">
        <CircleHelp className="mx-auto size-6 text-ink-3" aria-hidden />
        <h2 className="mt-3 text-center font-semibold text-base">
          {t('title', { count: Math.max(1, faulty.length) })}
        </h2>
        {message ? <p className="wrap-anywhere mt-2 text-center text-ink-2">{message}</p> : null}
        {faulty.length > 0 ? (
          <>
            <p className="mt-1 text-center text-ink-2">{t('lead')}</p>
            <ul className="mt-3 space-y-1.5 text-center">
              {faulty.map(({ segment, fault }) => (
                <li key={segment.start} className="flex flex-wrap items-center justify-center gap-x-2">
                  <code className="wrap-anywhere rounded bg-bad-soft px-1.5 py-0.5 font-mono text-bad text-xs">
                    {segment.token}
                  </code>
                  <FaultSuggestion
                    suggestion={fault.suggestion}
                    onUse={(suggestion) => onChange(withSegment(q, segment, suggestion))}
                  />
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <div className="mt-5 flex justify-center">
          <Button onClick={() => onChange('')}>{t('clear')}</Button>
        </div>
      </div>
    </div>
  )
}
