'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ban, Pause, Play } from 'lucide-react'
import { toast } from 'sonner'
import { usePermission } from '@/components/shell/viewer-context'
import { ActionButton } from '@/components/ui/action-button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { formatCount } from '@/lib/events/format'
import { cancelReplay, pauseReplay, resumeReplay } from '@/lib/replay/mutations'
import { replayOptions } from '@/lib/replay/query-options'
import type { ReplayItem } from '@/lib/replay/schemas'

const VERBS = { pause: pauseReplay, resume: resumeReplay, cancel: cancelReplay }

/** Pauses, resumes and cancels a replay that is not over. */
export function ReplayControls({ replay }: { replay: ReplayItem }) {
  const client = useQueryClient()
  const { why } = usePermission('operator')
  const steer = useMutation({
    mutationFn: (verb: keyof typeof VERBS) => VERBS[verb](replay.id),
    onError: (error) => toast.error(error.message),
    onSettled: () => client.invalidateQueries({ queryKey: replayOptions(replay.id).queryKey }),
  })
  if (replay.status !== 'running' && replay.status !== 'paused') return null
  const isPaused = replay.status === 'paused'
  const Icon = isPaused ? Play : Pause
  const cancel = (
    <ActionButton size="sm" variant="danger" why={why} aria-disabled={steer.isPending}>
      <Ban aria-hidden /> Cancel
    </ActionButton>
  )
  return (
    <>
      <ActionButton
        size="sm"
        variant={isPaused ? 'primary' : 'secondary'}
        why={why}
        aria-disabled={steer.isPending}
        onClick={() => steer.mutate(isPaused ? 'resume' : 'pause')}
      >
        <Icon aria-hidden /> {isPaused ? 'Resume' : 'Pause'}
      </ActionButton>
      {why ? (
        cancel
      ) : (
        <ConfirmDialog
          title="Cancel this replay?"
          description={`${formatCount(replay.waiting, 'run')} that did not begin yet will be left out. What is done stays done.`}
          confirm="Cancel the replay"
          danger
          onConfirm={() => steer.mutate('cancel')}
        >
          {cancel}
        </ConfirmDialog>
      )}
    </>
  )
}
