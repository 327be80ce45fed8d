'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { ReplayDialog } from '@/components/replay/replay-dialog'
import { PageHead } from '@/components/shell/page-head'
import { buttonStyle } from '@/components/ui/button'
import { LoadFailure } from '@/components/ui/load-failure'
import { RowsSkeleton } from '@/components/ui/rows-skeleton'
import { formatCount } from '@/lib/events/format'
import { failuresOptions } from '@/lib/runs/query-options'
import type { FailureGroup } from '@/lib/runs/schemas'
import { FailureRow } from './failure-row'

export function FailureListPage() {
  const failures = useQuery(failuresOptions())
  const [replaying, setReplaying] = useState<FailureGroup | null>(null)
  const groups = failures.data?.items ?? []
  const retrying = groups.reduce((sum, group) => sum + group.retrying, 0)
  const failed = groups.reduce((sum, group) => sum + group.failed, 0)
  if (failures.isError && !failures.data)
    return <LoadFailure what="The failures" error={failures.error} onRetry={() => void failures.refetch()} />
  return (
    <div className="scroll-quiet flex-1 overflow-y-auto">
      <div className="mx-auto max-w-5xl px-3 py-3 md:px-4 lg:px-6">
        <PageHead title="Failures">
          {failed > 0 ? (
            <Link href="/events?status=failed" className={buttonStyle({ variant: 'secondary', size: 'sm' })}>
              All failed events
            </Link>
          ) : null}
        </PageHead>
        <p className="mt-0.5 mb-4 text-ink-2">
          {groups.length > 0
            ? `${formatCount(failed, 'run')} failed${retrying > 0 ? `, ${retrying.toLocaleString('en')} being retried` : ''}. Runs of one handler with one message, numbers and ids aside, stand together.`
            : 'What handlers could not do, grouped by what went wrong.'}
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
  return (
    <div className="rounded-lg border border-dashed px-4 py-12 text-center">
      <CircleCheck className="mx-auto size-6 text-good" aria-hidden />
      <h2 className="mt-3 font-semibold text-base">Nothing has failed</h2>
      <p className="mx-auto mt-1 max-w-md text-ink-2">
        When a handler fails or a destination answers with an error, it is tried again by itself. What stays failed
        stands here, grouped, with one button that replays all of it once the cause is mended.
      </p>
    </div>
  )
}
