'use client'

import { useTranslations } from 'use-intl'
import { Time } from '@/components/time/time'
import { formatRupiah } from '@/lib/timeline/amount'
import { toMessage } from '@/lib/timeline/message'
import { memberTitle } from '@/lib/timeline/words'
import { LineList, LineView } from './line-view'
import { MessageBubble } from './message-bubble'
import type { ValueKind } from './value-kind'

interface ValueViewProps {
  value: unknown
  as: ValueKind
  /** Whether amounts of money are Rupiah. */
  isRupiah: boolean
}

/** A value as people read it; whatever does not fit its kind stands as JSON. */
export function ValueView({ value, as, isRupiah }: ValueViewProps) {
  const t = useTranslations('timeline')
  if (value === null || value === undefined || value === '')
    return <span className="text-ink-3">{t('value.nothing')}</span>
  if (Array.isArray(value) && value.length === 0) return <span className="text-ink-3">{t('value.none')}</span>
  if (as === 'texts' && Array.isArray(value)) return <Texts texts={value.map(String)} />
  if (as === 'lines' && Array.isArray(value)) return <LineList lines={value} isRupiah={isRupiah} />
  if (typeof value === 'object') {
    if (as === 'line') return <LineView line={value} isRupiah={isRupiah} />
    const message = as === 'message' ? toMessage(value) : null
    if (message) return <MessageBubble message={message} />
    return <Members value={value} />
  }
  if (as === 'money') return <Money amount={value} isRupiah={isRupiah} />
  if (as === 'moment' && !Number.isNaN(Date.parse(String(value)))) return <Time at={String(value)} as="short" />
  return <span className={as === 'code' ? 'break-all font-mono text-xs' : 'wrap-anywhere'}>{String(value)}</span>
}

/** An amount as it was given, and beside it as people write it. */
export function Money({ amount, isRupiah }: { amount: unknown; isRupiah: boolean }) {
  const words = isRupiah ? formatRupiah(amount) : null
  return (
    <span className="tabular-nums">
      {String(amount)}
      {words ? <span className="ml-1.5 text-ink-3 text-xs">{words}</span> : null}
    </span>
  )
}

function Texts({ texts }: { texts: string[] }) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      {texts.map((text, index) => (
        <span key={index} className="rounded-full border border-line-strong px-2 text-xs">
          {text}
        </span>
      ))}
    </span>
  )
}

/** A place or the like: its name, its code or id, then what else is told. */
function Members({ value }: { value: object }) {
  const words = useTranslations('words')
  const { name, code, id, ...rest } = value as Record<string, unknown>
  const told = Object.entries(rest).filter(([, each]) => each !== null && each !== undefined && each !== '')
  const short = code ?? id
  return (
    <span className="wrap-anywhere">
      {name ? `${String(name)} ` : ''}
      {short ? <span className="font-mono text-ink-3 text-xs">{String(short)} </span> : null}
      <span className="text-ink-3 text-xs">
        {told.map(([member, each]) => `${memberTitle(member, words)} ${plain(each)}`).join(', ')}
      </span>
    </span>
  )
}

function plain(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
