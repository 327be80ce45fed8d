'use client'

import { ThemeProvider } from 'next-themes'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { LaterParts } from '@/components/shell/later-parts'
import { QueryProvider } from '@/components/shell/query-provider'
import { TimeProvider } from '@/components/time/zone'
import type { ZoneChoice } from '@/lib/events/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'

interface ProvidersProps {
  zone: ZoneChoice
  nowMs: number
  locale: Locale
  /** Compiled (lib/i18n/compiled-messages.ts). */
  messages: Messages
  children: ReactNode
}

export function Providers({ zone, nowMs, locale, messages, children }: ProvidersProps) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      <IntlProvider locale={locale} messages={messages} timeZone="UTC">
        <NuqsAdapter>
          <QueryProvider>
            <TimeProvider zone={zone} nowMs={nowMs}>
              {children}
            </TimeProvider>
          </QueryProvider>
        </NuqsAdapter>
      </IntlProvider>
      <LaterParts />
    </ThemeProvider>
  )
}
