'use client'

import { SearchX } from 'lucide-react'
import Link from 'next/link'

/** Nobody knows what was typed: what can be, and where else to look. */
export function NothingFound({ query, href, onClose }: { query: string; href: string; onClose: () => void }) {
  return (
    <div className="flex gap-3 px-3 py-4 text-sm">
      <SearchX className="mt-0.5 size-4 shrink-0 text-ink-3" aria-hidden />
      <div className="min-w-0 space-y-1.5">
        <p className="font-medium">
          Nothing goes by <span className="break-all font-mono text-xs">{query}</span>
        </p>
        <p className="text-ink-2">
          Paste a whole order number, AWB, SKU, phone, email, purchase or transfer number, or the id of an event or a
          delivery, as any provider writes it.
        </p>
        <p>
          <Link href={href} onClick={onClose} className="font-medium text-accent hover:underline">
            Search the events by this order number
          </Link>
        </p>
      </div>
    </div>
  )
}
