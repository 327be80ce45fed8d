'use client'

import { useTranslations } from 'use-intl'
import { useProviders } from '@/components/providers/providers-context'
import { CopyButton } from '@/components/ui/copy-button'
import type { IdentifierItem } from '@/lib/events/schemas'
import { subjectWithin } from '@/lib/timeline/kind-words'
import { schemeLabel, schemeWithin } from '@/lib/timeline/name-words'

/** What the event names, as it is compared, and whose id each of them is. */
export function IdentifiersPanel({ identifiers }: { identifiers: IdentifierItem[] }) {
  const t = useTranslations('payload.identifiers')
  const words = useTranslations('words')
  const providers = useProviders()
  if (identifiers.length === 0) return <p className="py-4 text-ink-3">{t('none')}</p>
  return (
    <div className="mt-3 overflow-hidden rounded-lg border">
      <table className="w-full table-fixed text-left">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="bg-canvas text-ink-3 text-xs">
          <tr>
            <th scope="col" className="w-1/3 px-3 py-1.5 font-medium sm:w-48">
              {t('names')}
            </th>
            <th scope="col" className="px-3 py-1.5 font-medium">
              {t('value')}
            </th>
            <th scope="col" className="hidden w-44 px-3 py-1.5 font-medium sm:table-cell">
              {t('usedBy')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {identifiers.map(({ scheme, value, kind, issuer }) => (
            <tr key={`${scheme} ${value}`}>
              <th scope="row" className="px-3 py-1.5 font-normal">
                {schemeLabel(scheme, words)}
                <span className="block text-ink-3 text-xs first-letter:uppercase">{subjectWithin(kind, words)}</span>
              </th>
              <td className="px-3 py-1.5">
                <span className="flex items-center gap-1">
                  <span className="min-w-0 break-all font-mono text-xs">{value}</span>
                  <CopyButton value={value} what={schemeWithin(scheme, words)} />
                </span>
              </td>
              <td className="hidden px-3 py-1.5 text-ink-2 text-xs sm:table-cell">
                {issuer ? (providers.find(({ id }) => id === issuer)?.label ?? issuer) : t('everybody')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
