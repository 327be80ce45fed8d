'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { VerdictIcon } from '@/components/events/verdict-pill'
import { providerWords } from '@/components/providers/provider-words'
import { useProvider } from '@/components/providers/providers-context'
import type { DeliveryDetail } from '@/lib/events/schemas'
import { findReasonWords } from '@/lib/events/verdict-words'

/** A delivery that was not trusted explains itself: what was expected, what came, why that may be, what to do. */
export function Explanation({ delivery }: { delivery: DeliveryDetail }) {
  const provider = useProvider(delivery.provider)
  const words = findReasonWords(delivery.reason)
  if (!words) return null
  const names = providerWords(delivery.provider, provider)
  const detail = delivery.verdictDetail
  const came = words.came(detail, names)
  return (
    <section aria-label="Why" className="overflow-hidden rounded-lg border">
      <div className="grid divide-y sm:grid-cols-2 sm:divide-x sm:divide-y-0">
        <Part title="Expected">{words.expected(detail, names)}</Part>
        <Part title="What came" sign={<VerdictIcon verdict={delivery.verdict} className="size-3.5" />}>
          {came}
          {detail.note && detail.note !== came ? <span className="mt-1 block text-ink-2">{detail.note}</span> : null}
        </Part>
      </div>
      <div className="grid divide-y border-t sm:grid-cols-2 sm:divide-x sm:divide-y-0">
        <Part title="Likeliest causes, in order">
          <ol className="list-decimal space-y-1 pl-4 marker:text-ink-3">
            {words.causes(detail, names).map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ol>
        </Part>
        <Part title="What to do">
          <ul className="list-disc space-y-1 pl-4 marker:text-ink-3">
            {words.todo(detail, names).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
          <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
            <Link href={`/sources/${delivery.source.id}`} className="font-medium text-accent hover:underline">
              Open the source
            </Link>
            {provider ? (
              <a
                href={provider.docsUrl}
                target="_blank"
                rel="noreferrer"
                className="font-medium text-accent hover:underline"
              >
                Documentation of {provider.label}
              </a>
            ) : null}
          </p>
        </Part>
      </div>
    </section>
  )
}

function Part({ title, sign, children }: { title: string; sign?: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0 p-3.5">
      <h2 className="flex items-center gap-1.5 font-medium text-ink-3 text-xs">
        {sign}
        {title}
      </h2>
      <div className="mt-1 break-words">{children}</div>
    </div>
  )
}
