'use client'

import { useIsWide } from '@/components/shell/use-is-wide'
import { later } from '@/components/ui/later'

const Facets = later(() => import('./facets').then((module) => module.Facets))

/** The facets beside the list, where there is room for them. Its place is kept while they come, so that nothing moves. */
export function FacetsBeside({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const isWide = useIsWide()
  return (
    <aside className="scroll-quiet hidden w-56 shrink-0 overflow-y-auto border-r px-3 py-3 xl:block">
      {isWide ? <Facets q={q} onChange={onChange} /> : null}
    </aside>
  )
}
