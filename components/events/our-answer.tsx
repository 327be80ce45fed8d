'use client'

import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import { prettyJson, prettyText } from '@/lib/events/pretty-json'

/** What the sender got from us. */
export function OurAnswer({ status, answer }: { status: number; answer: string }) {
  const t = useTranslations('events')
  const lines = prettyJson(answer)
  return (
    <section aria-label={t('answer.title')}>
      <h2 className="flex items-center gap-2 font-semibold text-sm">
        {t('answer.title')}
        <span
          className={cn(
            'rounded px-1.5 font-medium font-mono text-xs',
            status < 300 ? 'bg-good-soft text-good' : 'bg-bad-soft text-bad',
          )}
        >
          {status}
        </span>
      </h2>
      <pre className="mt-2 whitespace-pre-wrap break-all rounded-lg border bg-sunken p-2.5 font-mono text-xs">
        {lines ? prettyText(lines) : answer}
      </pre>
    </section>
  )
}
