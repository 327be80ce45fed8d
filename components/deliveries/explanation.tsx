'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { VerdictIcon } from '@/components/events/verdict-pill'
import { providerWords } from '@/components/providers/provider-words'
import { useProvider } from '@/components/providers/providers-context'
import { reasonWords } from '@/lib/events/reason-words'
import type { DeliveryDetail } from '@/lib/events/schemas'

/** A delivery that was not trusted explains itself: what was expected, what came, why that may be, what to do. */
export function Explanation({ delivery }: { delivery: DeliveryDetail }) {
  const t = useTranslations('deliveries.explanation')
  const provider = useProvider(delivery.provider)
  const detail = delivery.verdictDetail
  const names = providerWords(delivery.provider, provider, useTranslations('providers'))
  const words = reasonWords(delivery.reason, { detail, provider: names }, useTranslations('words'))
  if (!words) return null
  return (
    <section aria-label={t('label')} className="overflow-hidden rounded-lg border">
      <div className="grid divide-y sm:grid-cols-2 sm:divide-x sm:divide-y-0">
        <Part title={t('expected')}>{words.expected}</Part>
        <Part title={t('came')} sign={<VerdictIcon verdict={delivery.verdict} className="size-3.5" />}>
          {words.came}
          {detail.note && !words.came.includes(detail.note) ? (
            <span className="mt-1 block text-ink-2">{detail.note}</span>
          ) : null}
        </Part>
      </div>
      <div className="grid divide-y border-t sm:grid-cols-2 sm:divide-x sm:divide-y-0">
        <Part title={t('causes')}>
          <ol className="list-decimal space-y-1 pl-4 marker:text-ink-3">
            {words.causes.map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ol>
        </Part>
        <Part title={t('todo')}>
          <ul className="list-disc space-y-1 pl-4 marker:text-ink-3">
            {words.todo.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
          <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
            <Link href={`/sources/${delivery.source.id}`} className="font-medium text-accent hover:underline">
              {t('openSource')}
            </Link>
            {provider ? (
              <a
                href={provider.docsUrl}
                target="_blank"
                rel="noreferrer"
                className="font-medium text-accent hover:underline"
              >
                {t('documentation', { provider: provider.label })}
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
