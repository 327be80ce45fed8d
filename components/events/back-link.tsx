'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { useShortcuts } from '@/components/shell/use-shortcuts'
import { listHref } from './list-position'

/** Back to the list as it was left, filters, place and all. */
export function BackLink() {
  const t = useTranslations('events')
  const router = useRouter()
  useShortcuts({ Escape: () => router.push(listHref()) })
  return (
    <Link
      href="/events"
      onNavigate={(event) => {
        event.preventDefault()
        router.push(listHref())
      }}
      className="-ml-1 inline-flex items-center gap-1 rounded px-1 text-ink-2 text-xs hover:text-ink"
    >
      <ArrowLeft className="size-3.5" aria-hidden /> {t('back.label')}
    </Link>
  )
}
