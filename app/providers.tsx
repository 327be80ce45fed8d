'use client'

import { ThemeProvider } from 'next-themes'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { Toaster } from 'sonner'
import { QueryProvider } from '@/components/shell/query-provider'
import { TimeProvider } from '@/components/time/zone'
import { TooltipProvider } from '@/components/ui/tooltip'
import type { ZoneChoice } from '@/lib/events/format'

export function Providers({ zone, nowMs, children }: { zone: ZoneChoice; nowMs: number; children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      <NuqsAdapter>
        <QueryProvider>
          <TimeProvider zone={zone} nowMs={nowMs}>
            <TooltipProvider delayDuration={300}>{children}</TooltipProvider>
          </TimeProvider>
        </QueryProvider>
      </NuqsAdapter>
      <Toaster
        position="bottom-right"
        toastOptions={{
          style: {
            background: 'var(--surface)',
            color: 'var(--ink)',
            borderColor: 'var(--line)',
            fontFamily: 'inherit',
          },
        }}
      />
    </ThemeProvider>
  )
}
