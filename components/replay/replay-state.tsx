import { CircleCheck, CirclePause, CircleSlash, CircleX, LoaderCircle, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import type { ReplayItem, ReplayStatus } from '@/lib/replay/schemas'

const LOOKS: Record<ReplayStatus, { icon: LucideIcon; style: string }> = {
  running: { icon: LoaderCircle, style: 'border-transparent bg-wait-soft text-wait' },
  paused: { icon: CirclePause, style: 'border-wait-line text-wait' },
  cancelled: { icon: CircleSlash, style: 'border-idle-line text-idle' },
  finished: { icon: CircleCheck, style: 'border-transparent bg-good-soft text-good' },
}

/** A replay's state; one that is over and in which something failed is not green. */
export function ReplayState({ replay }: { replay: ReplayItem }) {
  const t = useTranslations('replay')
  const hasFailed = replay.status === 'finished' && replay.failed > 0
  const { icon, style } = LOOKS[replay.status]
  const Icon = hasFailed ? CircleX : icon
  return (
    <span
      className={cn(
        'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-full border pr-2 pl-1.5 font-medium text-xs',
        hasFailed ? 'border-transparent bg-bad-soft text-bad' : style,
      )}
    >
      <Icon className={cn('size-3', replay.status === 'running' && 'motion-safe:animate-spin')} aria-hidden />
      {hasFailed ? t('statuses.finishedFailed', { count: replay.failed }) : t(`statuses.${replay.status}`)}
    </span>
  )
}
