import type { ReactNode } from 'react'

export function Section({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-7">
      <h2 className="font-semibold text-base">{title}</h2>
      {note ? <p className="mt-0.5 text-ink-2">{note}</p> : null}
      <div className="mt-3">{children}</div>
    </section>
  )
}
