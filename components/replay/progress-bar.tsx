import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import type { ReplayItem } from '@/lib/replay/schemas'
import { doneCount } from './replay-words'

/** How far a replay is, by outcome. */
export function ProgressBar({ replay, className }: { replay: ReplayItem; className?: string }) {
  const t = useTranslations('replay')
  const share = (count: number) => `${replay.total === 0 ? 0 : (count / replay.total) * 100}%`
  return (
    <div
      role="progressbar"
      aria-label={t('progress.label')}
      aria-valuemin={0}
      aria-valuemax={replay.total}
      aria-valuenow={doneCount(replay)}
      aria-valuetext={t('progress.done', { done: doneCount(replay), total: replay.total })}
      className={cn('flex h-2 overflow-hidden rounded-full bg-line', className)}
    >
      <span className="bg-good transition-[width] duration-500" style={{ width: share(replay.succeeded) }} />
      <span className="bg-bad transition-[width] duration-500" style={{ width: share(replay.failed) }} />
      <span className="bg-idle-line transition-[width] duration-500" style={{ width: share(replay.cancelled) }} />
      {replay.running > 0 ? (
        <span className="animate-shimmer bg-wait-line transition-[width]" style={{ width: share(replay.running) }} />
      ) : null}
    </div>
  )
}
