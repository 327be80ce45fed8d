'use client'

import { CircleAlert, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { providerWords } from '@/components/providers/provider-words'
import { useProviders } from '@/components/providers/providers-context'
import { cn } from '@/components/ui/class-names'
import type { Concern, Overview } from '@/lib/overview/schemas'
import { concernWords } from './concern-words'
import { useSpeech } from './speech'

interface ConcernRowProps {
  concern: Concern
  overview: Overview
  /** It keeps its place, but is neither seen nor reached. */
  isHidden: boolean
}

/** One thing that is not all right, what to do about it, and the way there. */
export function ConcernRow({ concern, overview, isHidden }: ConcernRowProps) {
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
    <li
      className={cn(
        'relative flex gap-2.5 px-3.5 py-2.5 first:rounded-t-lg hover:bg-hover has-[a:focus-visible]:bg-accent-soft',
        isHidden && 'invisible',
      )}
    >
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
