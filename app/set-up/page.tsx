import type { Metadata } from 'next'
import Link from 'next/link'
import { requestLocale } from '@/app/locale'
import { AuthFrame } from '@/components/auth/auth-frame'
import { SetUpForm } from '@/components/auth/set-up-form'
import { buttonStyle } from '@/components/ui/button'
import { isSetupTokenValid } from '@/lib/auth/first-admin'
import { translator } from '@/lib/i18n/translator'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), 'auth')('setUp.title') }
}

export default async function SetUpPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams
  const t = translator(await requestLocale(), 'auth')
  if (typeof token === 'string' && (await isSetupTokenValid(token))) {
    return (
      <AuthFrame title={t('setUp.heading')} note={t('setUp.note')}>
        <SetUpForm token={token} />
      </AuthFrame>
    )
  }
  return (
    <AuthFrame title={t('badLink.heading')} note={t('badLink.note')}>
      <p className="text-ink-2">{t('badLink.todo')}</p>
      <Link href="/sign-in" className={buttonStyle({ variant: 'secondary', size: 'lg', className: 'mt-5' })}>
        {t('badLink.signIn')}
      </Link>
    </AuthFrame>
  )
}
