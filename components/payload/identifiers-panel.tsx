'use client'

import { useProviders } from '@/components/providers/providers-context'
import { CopyButton } from '@/components/ui/copy-button'
import type { IdentifierItem } from '@/lib/events/schemas'

/** What the event names, as it is compared, and whose id each of them is. */
export function IdentifiersPanel({ identifiers }: { identifiers: IdentifierItem[] }) {
  const providers = useProviders()
  if (identifiers.length === 0)
    return <p className="py-4 text-ink-3">This event names nothing that Jejak recognises.</p>
  return (
    <div className="mt-3 overflow-hidden rounded-lg border">
      <table className="w-full table-fixed text-left">
        <caption className="sr-only">Identifiers found in the payload</caption>
        <thead className="bg-canvas text-ink-3 text-xs">
          <tr>
            <th scope="col" className="w-1/3 px-3 py-1.5 font-medium sm:w-48">
              Names
            </th>
            <th scope="col" className="px-3 py-1.5 font-medium">
              Value
            </th>
            <th scope="col" className="hidden w-44 px-3 py-1.5 font-medium sm:table-cell">
              Used by
            </th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {identifiers.map(({ scheme, value, kind, label, issuer }) => (
            <tr key={`${scheme} ${value}`}>
              <th scope="row" className="px-3 py-1.5 font-normal">
                {label}
                <span className="block text-ink-3 text-xs first-letter:uppercase">{kind}</span>
              </th>
              <td className="px-3 py-1.5">
                <span className="flex items-center gap-1">
                  <span className="min-w-0 break-all font-mono text-xs">{value}</span>
                  <CopyButton value={value} what={label.toLowerCase()} />
                </span>
              </td>
              <td className="hidden px-3 py-1.5 text-ink-2 text-xs sm:table-cell">
                {issuer ? (providers.find(({ id }) => id === issuer)?.label ?? issuer) : 'everybody'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
