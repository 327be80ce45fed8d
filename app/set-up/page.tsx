import type { Metadata } from 'next'
import Link from 'next/link'
import { AuthFrame } from '@/components/auth/auth-frame'
import { SetUpForm } from '@/components/auth/set-up-form'
import { buttonStyle } from '@/components/ui/button'
import { isSetupTokenValid } from '@/lib/auth/first-admin'

export const metadata: Metadata = { title: 'Set up' }

export default async function SetUpPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams
  if (typeof token === 'string' && (await isSetupTokenValid(token))) {
    return (
      <AuthFrame
        title="Create the first account"
        note="It will be an admin: it can add other people and change sources."
      >
        <SetUpForm token={token} />
      </AuthFrame>
    )
  }
  return (
    <AuthFrame
      title="This set-up link does not work"
      note="It was used already, or a later start of Jejak printed a newer one."
    >
      <p className="text-ink-2">
        If nobody has an account yet, start Jejak again and open the link that it prints. Otherwise sign in.
      </p>
      <Link href="/sign-in" className={buttonStyle({ variant: 'secondary', size: 'lg', className: 'mt-5' })}>
        Go to sign in
      </Link>
    </AuthFrame>
  )
}
