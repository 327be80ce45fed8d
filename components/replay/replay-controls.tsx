'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ban, Pause, Play } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { ActionButton } from '@/components/ui/action-button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { cancelReplay, pauseReplay, resumeReplay } from '@/lib/replay/mutations'
import { replayOptions } from '@/lib/replay/query-options'
import type { ReplayItem } from '@/lib/replay/schemas'

const VERBS = { pause: pauseReplay, resume: resumeReplay, cancel: cancelReplay }

/** Pauses, resumes and cancels a replay that is not over. */
export function ReplayControls({ replay }: { replay: ReplayItem }) {
  const t = useTranslations('replay')
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
      <Ban aria-hidden /> {t('controls.cancel')}
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
        <Icon aria-hidden /> {isPaused ? t('controls.resume') : t('controls.pause')}
      </ActionButton>
      {why ? (
        cancel
      ) : (
        <ConfirmDialog
          title={t('controls.question')}
          description={t('controls.description', { count: replay.waiting })}
          confirm={t('controls.confirm')}
          danger
          onConfirm={() => steer.mutate('cancel')}
        >
          {cancel}
        </ConfirmDialog>
      )}
    </>
  )
}
