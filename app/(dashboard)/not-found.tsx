import Link from 'next/link'
import { requestLocale } from '@/app/locale'
import { buttonStyle } from '@/components/ui/button'
import { translator } from '@/lib/i18n/translator'

export default async function NotFound() {
  const t = translator(await requestLocale(), 'shell.notFound')
  return (
    <div className="grid flex-1 place-items-center p-6">
      <div className="max-w-sm text-center">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        <p className="mt-1.5 text-ink-2">{t('lead')}</p>
        <Link href="/events" className={buttonStyle({ variant: 'secondary', className: 'mt-4' })}>
          {t('toEvents')}
        </Link>
      </div>
    </div>
  )
}
