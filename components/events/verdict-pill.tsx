'use client'

import { CircleDashed, KeyRound, ShieldCheck, ShieldX } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import type { VerdictName } from '@/lib/events/schemas'
import { verdictWords } from '@/lib/events/verdict-words'

/** `authenticated` is outlined where `verified` is filled: a static key proves less than a signature. */
const LOOKS = {
  verified: { icon: ShieldCheck, style: 'border-transparent bg-good-soft text-good' },
  authenticated: { icon: KeyRound, style: 'border-good-line text-good' },
  unchecked: { icon: CircleDashed, style: 'border-idle-line border-dashed text-idle' },
  rejected: { icon: ShieldX, style: 'border-transparent bg-bad-soft text-bad' },
} as const satisfies Record<VerdictName, unknown>

/** `compact`: its sign alone where there is no room for the word. */
export function VerdictPill({
  verdict,
  compact,
  className,
}: {
  verdict: VerdictName
  compact?: boolean
  className?: string
}) {
  const { icon: Icon, style } = LOOKS[verdict]
  const { label, meaning } = verdictWords(verdict, useTranslations('words'))
  return (
    <span
      title={meaning}
      className={cn(
        'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-full border pr-2 pl-1.5 font-medium text-xs',
        style,
        compact && '@max-[840px]:px-1',
        className,
      )}
    >
      <Icon className="size-3 shrink-0" aria-hidden />
      <span className={cn(compact && '@max-[840px]:sr-only')}>{label}</span>
    </span>
  )
}

export function VerdictIcon({ verdict, className }: { verdict: VerdictName; className?: string }) {
  const Icon = LOOKS[verdict].icon
  const ink = verdict === 'rejected' ? 'text-bad' : verdict === 'unchecked' ? 'text-idle' : 'text-good'
  return <Icon className={cn('size-4 shrink-0', ink, className)} aria-hidden />
}
