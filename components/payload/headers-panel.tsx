import { Lock } from 'lucide-react'
import type { DeliveryDetail } from '@/lib/events/schemas'

/** As lib/ingest/mask.ts writes it. */
const MASK = '••••••••'

/** The request's headers in the order received, repeats included. */
export function HeadersPanel({ headers }: { headers: DeliveryDetail['headers'] }) {
  if (headers.length === 0) return <p className="py-4 text-ink-3">The request had no headers.</p>
  return (
    <div className="mt-3 overflow-hidden rounded-lg border">
      <table className="w-full table-fixed text-left text-xs">
        <caption className="sr-only">Headers in the order received</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Value</th>
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
                    title="Secrets are masked before anything is stored"
                  >
                    <Lock className="size-3" aria-hidden /> masked
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
