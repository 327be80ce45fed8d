'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ReplayDialog } from '@/components/replay/replay-dialog'
import { PageHead } from '@/components/shell/page-head'
import { buttonStyle } from '@/components/ui/button'
import { LoadFailure } from '@/components/ui/load-failure'
import { RowsSkeleton } from '@/components/ui/rows-skeleton'
import { eventsHref } from '@/lib/events/events-href'
import { failuresOptions } from '@/lib/runs/query-options'
import type { FailureGroup } from '@/lib/runs/schemas'
import { FailureRow } from './failure-row'

export function FailureListPage() {
  const t = useTranslations('failures.list')
  const failures = useQuery(failuresOptions())
  const [replaying, setReplaying] = useState<FailureGroup | null>(null)
  const groups = failures.data?.items ?? []
  const retrying = groups.reduce((sum, group) => sum + group.retrying, 0)
  const failed = groups.reduce((sum, group) => sum + group.failed, 0)
  if (failures.isError && !failures.data)
    return <LoadFailure what={t('whatFailed')} error={failures.error} onRetry={() => void failures.refetch()} />
  return (
    <div className="scroll-quiet flex-1 overflow-y-auto">
      <div className="mx-auto max-w-5xl px-3 py-3 md:px-4 lg:px-6">
        <PageHead title={t('title')}>
          {failed > 0 ? (
            <Link href={eventsHref({ status: 'failed' })} className={buttonStyle({ variant: 'secondary', size: 'sm' })}>
              {t('allFailed')}
            </Link>
          ) : null}
        </PageHead>
        <p className="mt-0.5 mb-4 text-ink-2">
          {groups.length > 0
            ? t(retrying > 0 ? 'failedAndRetrying' : 'failed', { count: failed, retrying })
            : t('lead')}
        </p>
        {failures.data === undefined ? (
          <RowsSkeleton rows={3} />
        ) : groups.length === 0 ? (
          <NoFailures />
        ) : (
          <ul className="divide-y rounded-lg border">
            {groups.map((group) => (
              <FailureRow key={group.id} group={group} onReplay={setReplaying} />
            ))}
          </ul>
        )}
      </div>
      <ReplayDialog
        open={replaying !== null}
        onOpenChange={(open) => open || setReplaying(null)}
        what={{ filter: { failure: replaying?.id ?? '' } }}
      />
    </div>
  )
}

function NoFailures() {
  const t = useTranslations('failures.list')
  return (
    <div className="rounded-lg border border-dashed px-4 py-12 text-center">
      <CircleCheck className="mx-auto size-6 text-good" aria-hidden />
      <h2 className="mt-3 font-semibold text-base">{t('none')}</h2>
      <p className="mx-auto mt-1 max-w-md text-ink-2">{t('noneLead')}</p>
    </div>
  )
}
