import { cn } from '@/components/ui/class-names'

const WORDS = { on: 'Live', failing: 'Reconnecting…', past: 'Not live: the time window has ended' } as const

export function LiveSign({ state }: { state: keyof typeof WORDS }) {
  return (
    <span role="status" className="flex items-center gap-1.5 whitespace-nowrap text-ink-3 text-xs">
      <span
        aria-hidden
        className={cn(
          'size-1.5 rounded-full',
          state === 'on' ? 'bg-accent' : state === 'failing' ? 'animate-shimmer bg-wait' : 'bg-ink-3',
        )}
      />
      <span className={cn(state === 'past' && 'max-md:sr-only')}>{WORDS[state]}</span>
    </span>
  )
}
