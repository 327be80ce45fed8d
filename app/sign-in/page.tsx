import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { requestLocale } from '@/app/locale'
import { AuthFrame } from '@/components/auth/auth-frame'
import { SignInForm } from '@/components/auth/sign-in-form'
import { currentUser } from '@/lib/auth/actor'
import { translator } from '@/lib/i18n/translator'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), 'auth')('signIn.title') }
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ callbackUrl?: string | string[] }>
}) {
  const callbackUrl = ownPath((await searchParams).callbackUrl)
  if (await currentUser()) redirect(callbackUrl)
  return (
    <AuthFrame title={translator(await requestLocale(), 'auth')('signIn.title')}>
      <SignInForm callbackUrl={callbackUrl} />
    </AuthFrame>
  )
}

/** Only a path of ours: a link to the sign-in page must not lead anywhere else. next-auth writes whole URLs. */
function ownPath(wanted: string | string[] | undefined): string {
  if (typeof wanted !== 'string' || !URL.canParse(wanted, 'http://jejak.invalid')) return '/overview'
  const { pathname, search } = new URL(wanted, 'http://jejak.invalid')
  return pathname === '/' || pathname.startsWith('/sign-in') || pathname.startsWith('//')
    ? '/overview'
    : pathname + search
}
