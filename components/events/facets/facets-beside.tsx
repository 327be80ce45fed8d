'use client'

import { lazy, Suspense } from 'react'
import { useIsWide } from '@/components/shell/use-is-wide'

const Facets = lazy(() => import('./facets').then((module) => ({ default: module.Facets })))

/** The facets beside the list, where there is room for them. Its place is kept while they come, so that nothing moves. */
export function FacetsBeside({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const isWide = useIsWide()
  return (
    <aside className="scroll-quiet hidden w-56 shrink-0 overflow-y-auto border-r px-3 py-3 xl:block">
      {isWide ? (
        <Suspense fallback={null}>
          <Facets q={q} onChange={onChange} />
        </Suspense>
      ) : null}
    </aside>
  )
}
