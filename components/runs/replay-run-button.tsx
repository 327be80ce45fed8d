'use client'

import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { ActionButton } from '@/components/ui/action-button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { RunItem } from '@/lib/runs/schemas'
import { runName } from './run-words'
import type { EventReplay } from './use-event-replay'

/** Runs one handler again. What succeeded already is asked about first: it would be done twice. */
export function ReplayRunButton({ run, replay }: { run: RunItem; replay: EventReplay }) {
  const t = useTranslations('runs')
  const name = runName(run, useTranslations('words'))
  const { why } = usePermission('operator')
  const isAtWork = run.status === 'running' || (run.status === 'queued' && !run.held)
  const button = (
    <ActionButton
      size="sm"
      variant={run.status === 'failed' ? 'primary' : 'secondary'}
      why={why ?? (isAtWork ? t('run.atWork') : undefined)}
      aria-label={t(run.edited ? 'run.replayNameEdited' : 'run.replayName', { run: name })}
      onClick={run.status === 'succeeded' ? undefined : () => replay.start({ run })}
    >
      <RotateCcw aria-hidden /> {t('run.replay')}
    </ActionButton>
  )
  if (run.status !== 'succeeded' || why) return button
  return (
    <ConfirmDialog
      title={t('run.question', { run: name })}
      description={t('run.description')}
      confirm={t('run.replay')}
      onConfirm={() => replay.start({ run })}
    >
      {button}
    </ConfirmDialog>
  )
}
