'use client'

import { ProviderMark } from '@/components/providers/provider-mark'
import { useProviders } from '@/components/providers/providers-context'

/** Who speaks of a thing, as marks side by side. */
export function ProviderMarks({ ids }: { ids: readonly string[] }) {
  const providers = useProviders()
  const names = ids.map((id) => providers.find((provider) => provider.id === id)?.label ?? id)
  return (
    <span className="flex items-center gap-1">
      {ids.map((id) => (
        <ProviderMark key={id} id={id} />
      ))}
      <span className="sr-only">{names.join(', ')}</span>
    </span>
  )
}
