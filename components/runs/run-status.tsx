import {
  CircleCheck,
  CirclePause,
  CircleSlash,
  CircleX,
  Clock,
  LoaderCircle,
  type LucideIcon,
  RotateCw,
} from 'lucide-react'
import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import type { Held, RunStatus } from '@/lib/runs/schemas'
import { statusMeaning, statusWords } from './run-words'

interface Look {
  icon: LucideIcon
  ink: string
  pill: string
}

const WAIT = { ink: 'text-wait', pill: 'border-transparent bg-wait-soft text-wait' }
const LOOKS: Record<RunStatus, Look> = {
  queued: { icon: Clock, ...WAIT },
  running: { icon: LoaderCircle, ...WAIT },
  retrying: { icon: RotateCw, ...WAIT },
  succeeded: { icon: CircleCheck, ink: 'text-good', pill: 'border-transparent bg-good-soft text-good' },
  failed: { icon: CircleX, ink: 'text-bad', pill: 'border-transparent bg-bad-soft text-bad' },
  cancelled: { icon: CircleSlash, ink: 'text-idle', pill: 'border-idle-line text-idle' },
}

interface Of {
  status: RunStatus
  held?: Held | null
}

/** The look of a run's status: of one that is held, a pause. */
export function runLook({ status, held }: Of): Look {
  return held ? { ...LOOKS[status], ...WAIT, icon: CirclePause } : LOOKS[status]
}

/** A run's status as its sign alone; the words stand beside it or in its name. */
export function RunIcon({ status, held, className }: Of & { className?: string }) {
  const { icon: Icon, ink } = runLook({ status, held })
  return (
    <Icon
      className={cn('size-4 shrink-0', ink, status === 'running' && !held && 'motion-safe:animate-spin', className)}
      aria-hidden
    />
  )
}

/** A run's status in a word. */
export function RunStatusPill({ status, held, className }: Of & { className?: string }) {
  const t = useTranslations('words')
  const { pill } = runLook({ status, held })
  return (
    <span
      title={statusMeaning({ status, held }, t)}
      className={cn(
        'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-full border pr-2 pl-1.5 font-medium text-xs',
        pill,
        className,
      )}
    >
      <RunIcon status={status} held={held} className="size-3" />
      {held ? t('held.label') : statusWords(status, t).label}
    </span>
  )
}
