'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Pause, Play } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { runName } from '@/components/runs/run-words'
import { usePermission } from '@/components/shell/viewer-context'
import { ActionButton } from '@/components/ui/action-button'
import { toast } from '@/components/ui/toast'
import { pauseTarget, resumeTarget } from '@/lib/runs/mutations'
import { handlersOptions } from '@/lib/runs/query-options'
import type { TargetItem } from '@/lib/runs/schemas'

/** Pauses or resumes a handler. Shown at once; put right where the server disagrees. */
export function PauseButton({ target }: { target: TargetItem }) {
  const t = useTranslations('handlers.pause')
  const words = useTranslations('words')
  const client = useQueryClient()
  const { why } = usePermission('operator')
  const isPaused = target.paused !== null
  const name = runName(target, words)
  const { queryKey } = handlersOptions()
  const change = useMutation({
    mutationFn: () => (isPaused ? resumeTarget(target.key) : pauseTarget(target.key)),
    onSuccess: (now) => {
      client.setQueryData(
        queryKey,
        (known) => known && { ...known, items: known.items.map((item) => (item.key === now.key ? now : item)) },
      )
      toast.success(isPaused ? t('resumed', { name: capitalised(name) }) : t('paused', { name: capitalised(name) }))
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
      aria-label={t(isPaused ? 'resumeWhat' : 'pauseWhat', { name })}
      onClick={() => change.mutate()}
    >
      <Icon aria-hidden /> {t(isPaused ? 'resume' : 'pause')}
    </ActionButton>
  )
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
