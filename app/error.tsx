'use client'

import { Button } from '@/components/ui/button'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="grid min-h-[60dvh] place-items-center p-6">
      <div className="max-w-sm text-center" role="alert">
        <h1 className="font-semibold text-lg">This page could not be shown</h1>
        <p className="mt-1.5 text-ink-2">
          Webhooks are still received; only the page failed. Try again, and see the server log if it stays so.
          {error.digest ? (
            <span className="mt-2 block font-mono text-ink-3 text-xs">Reference {error.digest}</span>
          ) : null}
        </p>
        <Button variant="primary" className="mt-5" onClick={reset}>
          Try again
        </Button>
      </div>
    </main>
  )
}
