import Link from 'next/link'
import { Logo } from '@/components/shell/logo'
import { buttonStyle } from '@/components/ui/button'

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="max-w-sm text-center">
        <Logo className="mx-auto size-9" />
        <h1 className="mt-5 font-semibold text-lg">The trail ends here</h1>
        <p className="mt-1.5 text-ink-2">
          There is no page at this address. It may have been mistyped, or what it showed is gone.
        </p>
        <Link href="/events" className={buttonStyle({ variant: 'secondary', className: 'mt-5' })}>
          Go to the events
        </Link>
      </div>
    </main>
  )
}
