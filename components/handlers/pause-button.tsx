'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Pause, Play } from 'lucide-react'
import { toast } from 'sonner'
import { runName } from '@/components/runs/run-words'
import { usePermission } from '@/components/shell/viewer-context'
import { ActionButton } from '@/components/ui/action-button'
import { pauseTarget, resumeTarget } from '@/lib/runs/mutations'
import { handlersOptions } from '@/lib/runs/query-options'
import type { TargetItem } from '@/lib/runs/schemas'

/** Pauses or resumes a handler. Shown at once; put right where the server disagrees. */
export function PauseButton({ target }: { target: TargetItem }) {
  const client = useQueryClient()
  const { why } = usePermission('operator')
  const isPaused = target.paused !== null
  const { queryKey } = handlersOptions()
  const change = useMutation({
    mutationFn: () => (isPaused ? resumeTarget(target.key) : pauseTarget(target.key)),
    onSuccess: (now) => {
      client.setQueryData(
        queryKey,
        (known) => known && { ...known, items: known.items.map((item) => (item.key === now.key ? now : item)) },
      )
      toast.success(
        isPaused
          ? `${capitalised(runName(target))} goes on, with all that waited.`
          : `${capitalised(runName(target))} is paused. New runs wait.`,
      )
    },
    onError: (error) => toast.error(error.message),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
  const Icon = isPaused ? Play : Pause
  return (
    <ActionButton
      size="sm"
      variant={isPaused ? 'primary' : 'secondary'}
      why={why}
      aria-disabled={change.isPending}
      aria-label={`${isPaused ? 'Resume' : 'Pause'} ${runName(target)}`}
      onClick={() => change.mutate()}
    >
      <Icon aria-hidden /> {isPaused ? 'Resume' : 'Pause'}
    </ActionButton>
  )
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
