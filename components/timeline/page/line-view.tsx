'use client'

import { useTranslations } from 'use-intl'
import { Disclosure } from '@/components/ui/disclosure'
import { formatRupiah } from '@/lib/timeline/amount'
import { memberTitle } from '@/lib/timeline/words'

const SHOWN = 4
/** Said only of an item that has no better name. */
const IDS: ReadonlySet<string> = new Set(['id', 'productId'])
const MONEY: ReadonlySet<string> = new Set(['price', 'total'])

/** The items of an order, a purchase or a shipment: a long list folds. */
export function LineList({ lines, isRupiah }: { lines: readonly unknown[]; isRupiah: boolean }) {
  const t = useTranslations('timeline')
  const hidden = lines.slice(SHOWN)
  return (
    <div className="min-w-0">
      <Lines lines={lines.slice(0, SHOWN)} isRupiah={isRupiah} />
      {hidden.length > 0 ? (
        <Disclosure summary={t('lines.more', { count: hidden.length })}>
          <Lines lines={hidden} isRupiah={isRupiah} />
        </Disclosure>
      ) : null}
    </div>
  )
}

function Lines({ lines, isRupiah }: { lines: readonly unknown[]; isRupiah: boolean }) {
  return (
    <ul className="min-w-0 space-y-0.5">
      {lines.map((line, index) => (
        <li key={index}>
          <LineView line={line} isRupiah={isRupiah} />
        </li>
      ))}
    </ul>
  )
}

/** One item in a line: "2 × Kaos SKU-1", its price, and what else is told of it. */
export function LineView({ line, isRupiah }: { line: unknown; isRupiah: boolean }) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  if (typeof line !== 'object' || line === null) return <span className="wrap-anywhere">{String(line)}</span>
  const { quantity, name, sku, price, ...members } = line as Record<string, unknown>
  const title = name ?? sku ?? members.productId ?? members.id
  const rest = Object.entries(members).filter(
    ([member, value]) => !IDS.has(member) && value !== undefined && value !== null,
  )
  return (
    <span className="wrap-anywhere">
      {quantity === undefined ? null : <span className="tabular-nums">{String(quantity)} × </span>}
      {title === undefined ? null : <span>{String(title)} </span>}
      {sku === undefined || sku === title ? null : <span className="font-mono text-ink-2 text-xs">{String(sku)} </span>}
      {price === undefined ? null : (
        <span className="text-ink-2 text-xs tabular-nums">{t('lines.at', { price: amount(price, isRupiah) })} </span>
      )}
      {rest.length > 0 ? (
        <span className="text-ink-3 text-xs">
          {rest
            .map(
              ([member, value]) =>
                `${memberTitle(member, words)} ${MONEY.has(member) ? amount(value, isRupiah) : String(value)}`,
            )
            .join(', ')}
        </span>
      ) : null}
    </span>
  )
}

function amount(value: unknown, isRupiah: boolean): string {
  const words = isRupiah ? formatRupiah(value) : null
  return words ? `${String(value)} (${words})` : String(value)
}
