'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { createUser, usersOptions } from '@/lib/auth/query-options'
import type { Role } from '@/lib/auth/schemas'
import { ApiProblem } from '@/lib/client/fetch-json'
import { useRoleOptions } from './use-role-options'

export function AddPersonDialog() {
  const t = useTranslations('settings.addPerson')
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm" variant="primary">
          <Plus aria-hidden /> {t('title')}
        </Button>
      </DialogTrigger>
      <DialogContent title={t('title')} description={t('description')}>
        <AddPersonForm onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}

function AddPersonForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('settings.addPerson')
  const roles = useRoleOptions()
  const client = useQueryClient()
  const [role, setRole] = useState<Role>('viewer')
  const add = useMutation({
    mutationFn: createUser,
    onSuccess: async (user) => {
      await client.invalidateQueries({ queryKey: usersOptions().queryKey })
      toast.success(t('done', { name: user.name }))
      onDone()
    },
  })
  const fields = add.error instanceof ApiProblem ? add.error.fields : {}

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    add.mutate({
      name: String(form.get('name')),
      email: String(form.get('email')),
      password: String(form.get('password')),
      role,
    })
  }

  return (
    <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
      {add.error && Object.keys(fields).length === 0 ? <Notice tone="bad" title={add.error.message} /> : null}
      <Field id="person-name" label={t('name')} error={fields.name}>
        <Input id="person-name" name="name" required maxLength={100} autoComplete="off" />
      </Field>
      <Field id="person-email" label={t('email')} error={fields.email}>
        <Input id="person-email" name="email" type="email" required autoComplete="off" />
      </Field>
      <Field id="person-password" label={t('password')} hint={t('passwordHint')} error={fields.password}>
        <Input
          id="person-password"
          name="password"
          type="password"
          required
          minLength={8}
          maxLength={200}
          autoComplete="new-password"
        />
      </Field>
      <Field id="person-role" label={t('role')} hint={roles.find(({ value }) => value === role)?.note}>
        <Select id="person-role" label={t('role')} value={role} options={roles} onChange={setRole} />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" aria-disabled={add.isPending}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
