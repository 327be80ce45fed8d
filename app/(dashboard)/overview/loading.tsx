'use client'

import { useTranslations } from 'use-intl'
import { OverviewSkeleton } from '@/components/overview/overview-skeleton'
import { PageHead } from '@/components/shell/page-head'

export default function Loading() {
  const t = useTranslations('shell.places')
  return (
    <div className="flex-1 overflow-hidden">
      <div className="mx-auto max-w-6xl px-3 py-3 md:px-4 lg:px-6">
        <PageHead title={t('overview')} />
        <OverviewSkeleton />
      </div>
    </div>
  )
}
