'use client'

import { signIn } from 'next-auth/react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useIsInteractive } from '@/components/shell/use-is-interactive'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { networkWords } from '@/lib/client/network-words'
import type { Translate } from '@/lib/i18n/translate'

export function SignInForm({ callbackUrl }: { callbackUrl: string }) {
  const t = useTranslations('auth')
  const [fault, setFault] = useState<string | null>(null)
  const isInteractive = useIsInteractive()
  const [isBusy, setIsBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const form = new FormData(event.currentTarget)
    setIsBusy(true)
    setFault(null)
    const outcome = await attempt(String(form.get('email')), String(form.get('password')), t)
    // A full load: everything that was cached for whoever was signed in before is dropped.
    if (outcome === null) location.assign(callbackUrl)
    else {
      setFault(outcome)
      setIsBusy(false)
    }
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      {fault ? (
        <div role="alert">
          <Notice tone="bad" title={fault} />
        </div>
      ) : null}
      <Field id="email" label={t('fields.email')}>
        <Input id="email" name="email" type="email" autoComplete="username" required autoFocus className="h-9" />
      </Field>
      <Field id="password" label={t('fields.password')}>
        <Input id="password" name="password" type="password" autoComplete="current-password" required className="h-9" />
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        disabled={!isInteractive}
        aria-disabled={isBusy}
        className="mt-1"
      >
        {isBusy ? t('signIn.busy') : t('signIn.submit')}
      </Button>
    </form>
  )
}

/** Null where it succeeded, else what to tell the person. */
export async function attempt(email: string, password: string, t: Translate<'auth'>): Promise<string | null> {
  try {
    const answer = await signIn('credentials', { email, password, redirect: false })
    if (answer?.ok && !answer.error) return null
    if (!answer?.error || answer.error === 'CredentialsSignin') return t('signIn.mismatch')
    return answer.error
  } catch {
    return networkWords('network.unreachable')
  }
}
