'use client'

import { Pause, Play } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'

/** `past`: no event to come can fit what is asked. */
export type LiveState = 'live' | 'paused' | 'lost' | 'past'

const DOTS: Record<LiveState, string> = {
  live: 'bg-accent',
  paused: 'bg-ink-3',
  lost: 'animate-shimmer bg-wait',
  past: 'bg-ink-3',
}

/** Whether what is new appears by itself and, with `onPause`, the way to stop and to go on. */
export function LiveSign({ state, onPause }: { state: LiveState; onPause?: (isPaused: boolean) => void }) {
  const t = useTranslations('events.live')
  const isPaused = state === 'paused'
  const PauseIcon = isPaused ? Play : Pause
  return (
    <span className="flex items-center gap-1">
      <span role="status" className="flex items-center gap-1.5 whitespace-nowrap text-ink-3 text-xs">
        <span aria-hidden className={cn('size-1.5 rounded-full', DOTS[state])} />
        <span className={cn(state === 'past' && 'max-md:sr-only')}>{t(state)}</span>
      </span>
      {state === 'past' || !onPause ? null : (
        <Button
          variant="ghost"
          size="icon"
          className="size-6 text-ink-3"
          aria-label={t(isPaused ? 'resume' : 'pause')}
          title={t(isPaused ? 'resume' : 'pause')}
          onClick={() => onPause(!isPaused)}
        >
          <PauseIcon className="size-3!" aria-hidden />
        </Button>
      )}
    </span>
  )
}
