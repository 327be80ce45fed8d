'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { useShortcuts } from '@/components/shell/use-shortcuts'
import { kindTitle } from '@/lib/timeline/kind-words'
import { KINDS, type Kind } from '@/lib/timeline/kinds'
import { entityListHref } from '../list/list-href'

/** Back to the list as it was left, filters, place and all. */
export function EntityBackLink({ kind }: { kind: Kind }) {
  const words = useTranslations('words')
  const router = useRouter()
  useShortcuts({ Escape: () => router.push(entityListHref(kind)) })
  return (
    <Link
      href={`/${KINDS[kind].path}`}
      onNavigate={(event) => {
        event.preventDefault()
        router.push(entityListHref(kind))
      }}
      className="-ml-1 inline-flex items-center gap-1 rounded px-1 text-ink-2 text-xs hover:text-ink"
    >
      <ArrowLeft className="size-3.5" aria-hidden /> {kindTitle(kind, words)}
    </Link>
  )
}
