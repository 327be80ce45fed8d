'use client'

import Link from 'next/link'

/** What a replay matched, as it was asked for. */
export function FilterList({ filter }: { filter: Record<string, string> }) {
  const parts = Object.entries(filter)
  return (
    <p className="mt-2 flex flex-wrap items-center gap-1.5 text-xs">
      <span className="text-ink-3">Matched</span>
      {parts.length === 0 ? <span>every event</span> : null}
      {parts.map(([name, value]) => (
        <span
          key={name}
          className="wrap-anywhere rounded-full border border-line-strong px-2 py-0.5 font-mono text-2xs text-ink-2"
        >
          {name}: {value}
        </span>
      ))}
      <Link href={`/events?${new URLSearchParams(filter)}`} className="font-medium text-accent hover:underline">
        Show the events
      </Link>
    </p>
  )
}
