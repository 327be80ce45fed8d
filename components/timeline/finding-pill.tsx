'use client'

import { Info, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import { FINDING_RULES, type FindingRule } from '@/lib/timeline/finding-rules'
import { findingTitle } from '@/lib/timeline/finding-words'

/** The sign of a finding: a problem that somebody should look at, or a notice. */
export function FindingIcon({ severity, className }: { severity: 'problem' | 'notice'; className?: string }) {
  const Icon = severity === 'problem' ? TriangleAlert : Info
  return (
    <Icon
      className={cn('size-3.5 shrink-0', severity === 'problem' ? 'text-bad' : 'text-idle', className)}
      aria-hidden
    />
  )
}

/** What is wrong, in a word or two; `title` says more. */
export function FindingPill({ rule, title, className }: { rule: FindingRule; title?: string; className?: string }) {
  const words = useTranslations('words')
  const { severity } = FINDING_RULES[rule]
  return (
    <span
      title={title}
      className={cn(
        'inline-flex h-5 max-w-full items-center gap-1 whitespace-nowrap rounded-full pr-2 pl-1.5 font-medium text-2xs',
        severity === 'problem' ? 'bg-bad-soft text-bad' : 'bg-idle-soft text-idle',
        className,
      )}
    >
      <FindingIcon severity={severity} className="size-3" />
      <span className="truncate">{findingTitle(rule, words)}</span>
    </span>
  )
}

/** The rules with the problems first. */
export function worstFirst(rules: readonly FindingRule[]): FindingRule[] {
  const weight = (rule: FindingRule) => (FINDING_RULES[rule].severity === 'problem' ? 0 : 1)
  return [...rules].sort((a, b) => weight(a) - weight(b))
}
