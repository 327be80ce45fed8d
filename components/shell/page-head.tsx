import type { ReactNode } from 'react'

/** A page's title and what can be done on it. */
export function PageHead({ title, note, children }: { title: string; note?: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex min-h-8 items-center gap-3">
      <h1 className="font-semibold text-lg tracking-tight">{title}</h1>
      {note}
      <div className="ml-auto flex items-center gap-1.5">{children}</div>
    </div>
  )
}
