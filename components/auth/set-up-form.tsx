'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useIsInteractive } from '@/components/shell/use-is-interactive'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { setUp } from '@/lib/auth/query-options'
import { ApiProblem } from '@/lib/client/fetch-json'
import { attempt } from './sign-in-form'

/** Makes the first admin, then signs them in. */
export function SetUpForm({ token }: { token: string }) {
  const t = useTranslations('auth')
  const [fault, setFault] = useState<ApiProblem | null>(null)
  const isInteractive = useIsInteractive()
  const [isBusy, setIsBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const form = new FormData(event.currentTarget)
    const email = String(form.get('email'))
    const password = String(form.get('password'))
    setIsBusy(true)
    setFault(null)
    try {
      await setUp({ token, email, password, name: String(form.get('name')) })
      location.assign((await attempt(email, password, t)) === null ? '/overview' : '/sign-in')
    } catch (error) {
      setFault(error instanceof ApiProblem ? error : new ApiProblem(0, t('setUp.failed')))
      setIsBusy(false)
    }
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      {fault && Object.keys(fault.fields).length === 0 ? (
        <div role="alert">
          <Notice tone="bad" title={fault.message} />
        </div>
      ) : null}
      <Field id="name" label={t('fields.name')} error={fault?.fields.name}>
        <Input id="name" name="name" autoComplete="name" required maxLength={100} autoFocus className="h-9" />
      </Field>
      <Field id="email" label={t('fields.email')} error={fault?.fields.email}>
        <Input id="email" name="email" type="email" autoComplete="username" required className="h-9" />
      </Field>
      <Field id="password" label={t('fields.password')} hint={t('fields.passwordHint')} error={fault?.fields.password}>
        <Input
          id="password"
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={8}
          maxLength={200}
          className="h-9"
        />
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        disabled={!isInteractive}
        aria-disabled={isBusy}
        className="mt-1"
      >
        {isBusy ? t('setUp.busy') : t('setUp.submit')}
      </Button>
    </form>
  )
}
