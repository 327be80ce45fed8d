import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button'

export default function NotFound() {
  return (
    <div className="grid flex-1 place-items-center p-6">
      <div className="max-w-sm text-center">
        <h1 className="font-semibold text-lg">Nothing goes by this name</h1>
        <p className="mt-1.5 text-ink-2">
          No event has named it so far. Check how it is written, or look for its beginning in the lists: an order, a
          customer or a shipment has its page as soon as one event names it.
        </p>
        <Link href="/orders" className={buttonStyle({ variant: 'secondary', className: 'mt-4' })}>
          Go to the orders
        </Link>
      </div>
    </div>
  )
}
