import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button'

export default function NotFound() {
  return (
    <div className="grid flex-1 place-items-center p-6">
      <div className="max-w-sm text-center">
        <h1 className="font-semibold text-lg">Not found</h1>
        <p className="mt-1.5 text-ink-2">
          There is nothing here by this address. Rejected deliveries are kept within a quota, the oldest go first; and
          some pages are for admins.
        </p>
        <Link href="/events" className={buttonStyle({ variant: 'secondary', className: 'mt-4' })}>
          Go to the events
        </Link>
      </div>
    </div>
  )
}
