'use client'

import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ApiProblem } from '@/lib/client/fetch-json'

const STALE_MS = 5_000

export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(makeClient)
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

function makeClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // A server in one's own house answers also where the browser takes itself for offline, and waiting in silence tells nobody.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: STALE_MS,
        retry: (failures, error) =>
          failures < 2 && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500),
      },
    },
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  })
}

function leaveWhenSignedOut(error: Error) {
  if (!(error instanceof ApiProblem) || error.status !== 401 || location.pathname === '/sign-in') return
  location.assign(`/sign-in?${new URLSearchParams({ callbackUrl: location.pathname + location.search })}`)
}
