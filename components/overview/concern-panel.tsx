'use client'

import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { providerWords } from '@/components/providers/provider-words'
import { useProviders } from '@/components/providers/providers-context'
import type { Concern, Overview } from '@/lib/overview/schemas'
import { concernWords } from './concern-words'
import { useSpeech } from './speech'

/** What is not all right. As tall as what stands beside it, however much that is, so that nothing below it moves. */
export function ConcernPanel({ overview }: { overview: Overview }) {
  const { t } = useSpeech()
  const { concerns } = overview
  return (
    <section
      aria-label={t('concerns.label')}
      className="relative min-h-40 rounded-lg border max-lg:max-h-80 max-lg:overflow-y-auto"
    >
      <div className="scroll-quiet lg:absolute lg:inset-0 lg:overflow-y-auto">
        {concerns.length > 0 ? (
          <ul className="divide-y">
            {concerns.map((concern) => (
              <ConcernRow
                key={`${concern.code} ${concern.sourceId ?? concern.targetKey}`}
                concern={concern}
                overview={overview}
              />
            ))}
          </ul>
        ) : (
          <div className="px-4 py-10 text-center">
            <CircleCheck className="mx-auto size-6 text-good" aria-hidden />
            <p className="mt-2 font-medium">{t('concerns.none')}</p>
            <p className="mt-0.5 text-ink-2 text-xs">{t('concerns.noneLead')}</p>
          </div>
        )}
      </div>
    </section>
  )
}

function ConcernRow({ concern, overview }: { concern: Concern; overview: Overview }) {
  const speech = useSpeech()
  const providers = useProviders()
  const unknown = useTranslations('providers')
  const providerOf = (id: string) =>
    providerWords(
      id,
      providers.find((provider) => provider.id === id),
      unknown,
    )
  const isProblem = concern.severity === 'problem'
  const Icon = isProblem ? CircleAlert : TriangleAlert
  const { title, todo, href } = concernWords(concern, overview, { providerOf, now: new Date(overview.at), speech })
  return (
    <li className="relative flex gap-2.5 px-3.5 py-2.5 first:rounded-t-lg hover:bg-hover has-[a:focus-visible]:bg-accent-soft">
      <Icon className={`mt-0.5 size-4 shrink-0 ${isProblem ? 'text-bad' : 'text-wait'}`} aria-hidden />
      <div className="min-w-0">
        <Link href={href} className="font-medium outline-none after:absolute after:inset-0">
          <span className="sr-only">{speech.t(isProblem ? 'concerns.problem' : 'concerns.notice')}</span>
          {title}
        </Link>
        <p className="wrap-anywhere mt-0.5 text-ink-2 text-xs">{todo}</p>
      </div>
    </li>
  )
}
