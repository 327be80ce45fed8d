'use client'

import { signIn } from 'next-auth/react'
import { type FormEvent, useState } from 'react'
import { useIsInteractive } from '@/components/shell/use-is-interactive'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'

export function SignInForm({ callbackUrl }: { callbackUrl: string }) {
  const [fault, setFault] = useState<string | null>(null)
  const isInteractive = useIsInteractive()
  const [isBusy, setIsBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const form = new FormData(event.currentTarget)
    setIsBusy(true)
    setFault(null)
    const outcome = await attempt(String(form.get('email')), String(form.get('password')))
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
      <Field id="email" label="Email">
        <Input id="email" name="email" type="email" autoComplete="username" required autoFocus className="h-9" />
      </Field>
      <Field id="password" label="Password">
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
        {isBusy ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  )
}

/** Null where it succeeded, else what to tell the person. */
export async function attempt(email: string, password: string): Promise<string | null> {
  try {
    const answer = await signIn('credentials', { email, password, redirect: false })
    if (answer?.ok && !answer.error) return null
    if (!answer?.error || answer.error === 'CredentialsSignin') return 'Email and password do not fit together.'
    return answer.error
  } catch {
    return 'The server cannot be reached. Check that it runs and that you are online, then try again.'
  }
}
