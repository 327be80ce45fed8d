'use client'

import { RotateCw, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { FindingIcon } from '@/components/timeline/finding-pill'
import { cn } from '@/components/ui/class-names'
import type { Finding, Ghost, TimelineItem } from '@/lib/timeline/schemas'
import { lookOf } from './point-look'

interface LegendProps {
  items: readonly TimelineItem[]
  ghosts: readonly Ghost[]
  found: ReadonlyMap<string, readonly Finding[]>
}

/** What the signs in the picture mean; only of those that stand in it. */
export function Legend({ items, ghosts, found }: LegendProps) {
  const t = useTranslations('timeline')
  const looks = new Set(items.map(lookOf))
  const kinds = new Set(items.map(({ of }) => of.kind))
  const marked = items.flatMap(({ eventId }) => found.get(eventId) ?? [])
  const hasShapes = kinds.size > 1
  const entries: [isThere: boolean, sign: ReactNode, words: string][] = [
    [hasShapes && kinds.has('order'), <Dot key="o" className="rounded-full bg-ink-3" />, t('legend.order')],
    [hasShapes && kinds.has('shipment'), <Dot key="s" className="rounded-[2px] bg-ink-3" />, t('legend.shipment')],
    [hasShapes && kinds.has('customer'), <Dot key="c" className="rotate-45 scale-90 bg-ink-3" />, t('legend.customer')],
    [looks.has('failed'), <X key="x" className="size-3 rounded-full bg-bad text-surface" />, t('legend.failed')],
    [looks.has('waits'), <RotateCw key="r" className="size-3 text-wait" />, t('legend.waits')],
    [
      marked.some(({ severity }) => severity === 'problem'),
      <FindingIcon key="p" severity="problem" className="size-3" />,
      t('legend.problem'),
    ],
    [
      marked.some(({ severity }) => severity === 'notice'),
      <FindingIcon key="n" severity="notice" className="size-3" />,
      t('legend.notice'),
    ],
    [
      ghosts.some(({ why }) => why === 'missing'),
      <Dot key="m" className="rounded-full border border-bad border-dashed" />,
      t('legend.missing'),
    ],
    [
      ghosts.some(({ why }) => why === 'next'),
      <Dot key="g" className="rounded-full border border-ink-3 border-dashed" />,
      t('legend.next'),
    ],
  ]
  const shown = entries.filter(([isThere]) => isThere)
  if (shown.length === 0) return null
  return (
    <figcaption className="mt-1.5 flex flex-wrap gap-x-3.5 gap-y-1 text-2xs text-ink-3">
      {shown.map(([, sign, words]) => (
        <span key={words} className="flex items-center gap-1.5">
          {sign} {words}
        </span>
      ))}
    </figcaption>
  )
}

function Dot({ className }: { className: string }) {
  return <span aria-hidden className={cn('size-2.5', className)} />
}
