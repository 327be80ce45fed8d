import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { ZONES } from '@/lib/events/format'
import './globals.css'
import { Providers } from './providers'

export const metadata: Metadata = {
  title: { default: 'Jejak', template: '%s · Jejak' },
  description: 'Every webhook, exactly as it came.',
  icons: { icon: '/icon.svg' },
  robots: { index: false, follow: false },
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
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <Providers zone={zone} nowMs={Date.now()}>
          {children}
        </Providers>
      </body>
    </html>
  )
}
