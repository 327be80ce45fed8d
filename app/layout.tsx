import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { ZONES } from '@/lib/events/format'
import { compiledMessagesOf } from '@/lib/i18n/compiled-messages'
import { translator } from '@/lib/i18n/translator'
import './globals.css'
import { requestLocale } from './locale'
import { Providers } from './providers'

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: { default: 'Jejak', template: '%s · Jejak' },
    description: translator(await requestLocale(), 'shell')('description'),
    icons: { icon: '/icon.svg' },
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f9fafb' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1114' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const remembered = (await cookies()).get('jejak-zone')?.value
  const zone = ZONES.find((choice) => choice === remembered) ?? 'local'
  const locale = await requestLocale()
  return (
    <html lang={locale} suppressHydrationWarning>
      <body>
        <Providers zone={zone} nowMs={Date.now()} locale={locale} messages={compiledMessagesOf(locale)}>
          {children}
        </Providers>
      </body>
    </html>
  )
}
