'use client'

import { RotateCcw } from 'lucide-react'
import { usePermission } from '@/components/shell/viewer-context'
import { ActionButton } from '@/components/ui/action-button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { RunItem } from '@/lib/runs/schemas'
import { runName } from './run-words'
import type { EventReplay } from './use-event-replay'

/** Runs one handler again. What succeeded already is asked about first: it would be done twice. */
export function ReplayRunButton({ run, replay }: { run: RunItem; replay: EventReplay }) {
  const { why } = usePermission('operator')
  const isAtWork = run.status === 'running' || (run.status === 'queued' && !run.held)
  const button = (
    <ActionButton
      size="sm"
      variant={run.status === 'failed' ? 'primary' : 'secondary'}
      why={why ?? (isAtWork ? 'It is at work just now; wait for its result.' : undefined)}
      aria-label={`Replay ${runName(run)}${run.edited ? ', edited copy' : ''}`}
      onClick={run.status === 'succeeded' ? undefined : () => replay.start({ run })}
    >
      <RotateCcw aria-hidden /> Replay
    </ActionButton>
  )
  if (run.status !== 'succeeded' || why) return button
  return (
    <ConfirmDialog
      title={`Replay ${runName(run)}?`}
      description="It succeeded already. Replaying does its work once more, on the same bytes."
      confirm="Replay"
      onConfirm={() => replay.start({ run })}
    >
      {button}
    </ConfirmDialog>
  )
}
