import type { ReactNode } from 'react'
import { requestLocale } from '@/app/locale'
import { PaletteProvider } from '@/components/palette/palette'
import { ProvidersProvider } from '@/components/providers/providers-context'
import { PublicUrlProvider } from '@/components/shell/base-url'
import { Sidebar } from '@/components/shell/sidebar'
import { TopBar } from '@/components/shell/top-bar'
import { ViewerProvider } from '@/components/shell/viewer-context'
import { requireUser } from '@/lib/auth/actor'
import { env } from '@/lib/env'
import { translator } from '@/lib/i18n/translator'
import { PrefetchedViews } from './prefetched-views'
import { providerInfos } from './provider-infos'

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const user = await requireUser('viewer')
  const { email, name, role } = user
  const locale = await requestLocale()
  const t = translator(locale, 'shell')
  return (
    <ViewerProvider viewer={{ email, name, role }}>
      <PublicUrlProvider url={env().JEJAK_URL ?? null}>
        <ProvidersProvider providers={providerInfos(locale)}>
          <a
            href="#content"
            className="sr-only z-60 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
          >
            {t('skip')}
          </a>
          <PrefetchedViews user={user}>
            <PaletteProvider>
              <div className="flex h-dvh flex-col md:flex-row">
                <Sidebar />
                <TopBar />
                <main
                  id="content"
                  tabIndex={-1}
                  className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface outline-none"
                >
                  {children}
                </main>
              </div>
            </PaletteProvider>
          </PrefetchedViews>
        </ProvidersProvider>
      </PublicUrlProvider>
    </ViewerProvider>
  )
}
