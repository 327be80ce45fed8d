'use client'

import { Lock } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { DeliveryDetail } from '@/lib/events/schemas'

/** As lib/ingest/mask.ts writes it. */
const MASK = '••••••••'

/** The request's headers in the order received, repeats included. */
export function HeadersPanel({ headers }: { headers: DeliveryDetail['headers'] }) {
  const t = useTranslations('payload.headers')
  if (headers.length === 0) return <p className="py-4 text-ink-3">{t('none')}</p>
  return (
    <div className="mt-3 overflow-hidden rounded-lg border">
      <table className="w-full table-fixed text-left text-xs">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('value')}</th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {headers.map(([name, value], index) => (
            <tr key={index} className="align-top">
              <th
                scope="row"
                className="w-2/5 break-all bg-canvas px-3 py-1.5 font-medium font-mono text-ink-2 sm:w-64"
              >
                {name}
              </th>
              <td className="break-all px-3 py-1.5 font-mono">
                {value}
                {value.endsWith(MASK) ? (
                  <span
                    className="ml-2 inline-flex items-center gap-1 whitespace-nowrap font-sans text-ink-3"
                    title={t('maskedWhy')}
                  >
                    <Lock className="size-3" aria-hidden /> {t('masked')}
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
