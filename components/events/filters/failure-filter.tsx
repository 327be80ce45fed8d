'use client'

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { failuresOptions } from '@/lib/runs/query-options'

/** The group of failures that the list is limited to; it is chosen on the page of failures. */
export function FailureFilter({ id, onRemove }: { id: string; onRemove: () => void }) {
  const failures = useQuery({ ...failuresOptions(), refetchInterval: false })
  const group = failures.data?.items.find((item) => item.id === id)
  return (
    <span className="inline-flex h-7 shrink-0 items-center rounded-full border border-line-strong bg-surface text-xs pointer-coarse:h-9">
      <button
        type="button"
        aria-label="Remove the filter Failure"
        onClick={onRemove}
        className="grid h-full w-7 place-items-center rounded-l-full text-ink-3 hover:bg-hover hover:text-ink pointer-coarse:w-9"
      >
        <X className="size-3" aria-hidden />
      </button>
      <span className="flex h-full items-center gap-1.5 border-l pr-3 pl-2" title={group?.example}>
        <span className="text-ink-2">Failure</span>
        <span className="max-w-64 truncate font-medium text-accent">
          {group ? group.message : failures.isPending ? '…' : 'none of it is left'}
        </span>
      </span>
    </span>
  )
}
