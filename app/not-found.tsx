import Link from 'next/link'
import { requestLocale } from '@/app/locale'
import { Logo } from '@/components/shell/logo'
import { buttonStyle } from '@/components/ui/button'
import { translator } from '@/lib/i18n/translator'

export default async function NotFound() {
  const t = translator(await requestLocale(), 'shell.notFound')
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="max-w-sm text-center">
        <Logo className="mx-auto size-9" />
        <h1 className="mt-5 font-semibold text-lg">{t('trailTitle')}</h1>
        <p className="mt-1.5 text-ink-2">{t('trailLead')}</p>
        <Link href="/events" className={buttonStyle({ variant: 'secondary', className: 'mt-5' })}>
          {t('toEvents')}
        </Link>
      </div>
    </main>
  )
}
