'use client'

import { ArrowDownLeft, ArrowUpRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import type { MessageText } from '@/lib/timeline/schemas'

/** What was written: from the customer at the left, to the customer tinted. */
export function MessageBubble({ message }: { message: MessageText }) {
  const t = useTranslations('timeline')
  const { direction, text, channel, template, status } = message
  const isInbound = direction === null || /^in/i.test(direction)
  const Icon = isInbound ? ArrowDownLeft : ArrowUpRight
  const about = [channel, template ? t('message.template', { name: template }) : null, status]
    .filter(Boolean)
    .join(' · ')
  return (
    <figure
      className={cn(
        'w-fit max-w-full rounded-lg px-3 py-2',
        isInbound ? 'rounded-tl-sm bg-sunken' : 'rounded-tr-sm bg-accent-soft',
      )}
    >
      <figcaption className="flex items-center gap-1 text-ink-3 text-xs">
        <Icon className="size-3.5" aria-hidden />
        {isInbound ? t('message.inbound') : t('message.outbound')}
        {about ? ` · ${about}` : null}
      </figcaption>
      {text ? <blockquote className="wrap-anywhere mt-0.5 whitespace-pre-wrap text-ink">{text}</blockquote> : null}
    </figure>
  )
}
