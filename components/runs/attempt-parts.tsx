'use client'

import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { cn } from '@/components/ui/class-names'
import type { AttemptItem } from '@/lib/runs/schemas'
import { RequestView, ResponseView, StatusSign } from './exchange-view'

type Part = 'response' | 'request' | 'stack'

interface AttemptPartsProps {
  attempt: Pick<AttemptItem, 'request' | 'response' | 'error'>
  /** What is open until a person chooses. */
  unfolded: Part | null
}

/** What an attempt sent, what came back, and where it broke: one at a time, on demand. */
export function AttemptParts({ attempt: { request, response, error }, unfolded }: AttemptPartsProps) {
  const [chosen, setChosen] = useState<Part | 'none' | null>(null)
  const t = useTranslations('runs')
  const { allowed } = usePermission('operator')
  const stack = allowed ? error?.stack : null
  const parts = [
    ...(response
      ? [{ part: 'response' as const, name: t('parts.response'), sign: <StatusSign status={response.status} /> }]
      : []),
    ...(request ? [{ part: 'request' as const, name: t('parts.request'), sign: null }] : []),
    ...(stack ? [{ part: 'stack' as const, name: t('parts.stack'), sign: null }] : []),
  ]
  if (parts.length === 0) return null
  const open = chosen ?? unfolded
  return (
    <div className="space-y-1 pt-0.5">
      <div className="-ml-1 flex flex-wrap gap-x-2 gap-y-0.5">
        {parts.map(({ part, name, sign }) => (
          <button
            key={part}
            type="button"
            aria-expanded={open === part}
            onClick={() => setChosen(open === part ? 'none' : part)}
            className={cn(
              'inline-flex h-6 items-center gap-1 rounded pr-1.5 pl-0.5 hover:bg-hover hover:text-ink pointer-coarse:h-8',
              open === part ? 'text-ink' : 'text-ink-2',
            )}
          >
            <ChevronRight
              className={cn('size-3.5 text-ink-3 transition-transform', open === part && 'rotate-90')}
              aria-hidden
            />
            {name} {sign}
          </button>
        ))}
      </div>
      {open === 'response' && response ? <ResponseView response={response} /> : null}
      {open === 'request' && request ? <RequestView request={request} /> : null}
      {open === 'stack' && stack ? (
        <pre className="scroll-quiet max-h-72 overflow-auto rounded-md border bg-sunken p-2 font-mono text-2xs text-ink-2">
          {stack}
        </pre>
      ) : null}
    </div>
  )
}
