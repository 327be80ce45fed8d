'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { splitRaw } from '@/lib/events/raw-text'

/** The bytes as text. What text cannot show stands in its place, marked. */
export function RawBody({ bytes }: { bytes: Uint8Array }) {
  const t = useTranslations('payload.raw')
  const parts = useMemo(() => splitRaw(bytes), [bytes])
  return (
    <pre className="whitespace-pre-wrap break-all font-mono text-xs leading-5">
      {parts.map((part, index) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          <mark key={index} title={t(part.of)} className="rounded-sm bg-wait-soft px-0.5 text-wait">
            {part.text}
          </mark>
        ),
      )}
    </pre>
  )
}
