'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useViewer } from '@/components/shell/viewer-context'
import { Time } from '@/components/time/time'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { LoadFailure } from '@/components/ui/load-failure'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { updateUser, usersOptions } from '@/lib/auth/query-options'
import type { UpdateUser, UserItem } from '@/lib/auth/schemas'
import { AddPersonDialog } from './add-person-dialog'
import { useRoleOptions } from './use-role-options'

/** Who may sign in, and what they may do. */
export function PeopleSection() {
  const t = useTranslations('settings.people')
  const roles = useRoleOptions()
  const users = useQuery(usersOptions())
  return (
    <section aria-label={t('title')} className="mt-5">
      <div className="flex min-h-8 items-center gap-3">
        <h2 className="font-semibold text-base">{t('title')}</h2>
        <div className="ml-auto">
          <AddPersonDialog />
        </div>
      </div>
      <p className="mb-3 text-ink-2">{t('lead')}</p>
      {users.isError && !users.data ? (
        <LoadFailure what={t('whatFailed')} error={users.error} onRetry={() => void users.refetch()} />
      ) : (
        <ul className="divide-y rounded-lg border">
          {users.data ? (
            users.data.items.map((user) => <Person key={user.id} user={user} />)
          ) : (
            <li className="p-4">
              <Skeleton className="h-5 w-64 max-w-full" />
            </li>
          )}
        </ul>
      )}
      <dl className="mt-5 grid gap-x-6 gap-y-2 text-xs sm:grid-cols-3">
        {roles.map(({ value, label, note }) => (
          <div key={value}>
            <dt className="font-medium">{label}</dt>
            <dd className="text-ink-3">{note}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Person({ user }: { user: UserItem }) {
  const t = useTranslations('settings.people')
  const roles = useRoleOptions()
  const viewer = useViewer()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (part: UpdateUser) => updateUser(user.id, part),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: usersOptions().queryKey })
      toast.success(t('saved'))
    },
    onError: (error) => toast.error(error.message),
  })
  const isSelf = user.email === viewer.email
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className={cn('min-w-0 flex-1 basis-48', user.disabled && 'text-ink-3')}>
        <p className="truncate font-medium">
          {user.name}
          {isSelf ? <span className="font-normal text-ink-3"> {t('you')}</span> : null}
          {user.disabled ? (
            <span className="ml-2 rounded-full border border-idle-line px-1.5 font-medium text-2xs text-idle">
              {t('disabled')}
            </span>
          ) : null}
        </p>
        <p className="truncate text-ink-3 text-xs">
          {t.rich('since', { email: user.email, time: () => <Time at={user.createdAt} /> })}
        </p>
      </div>
      <Select
        label={t('roleOf', { name: user.name })}
        value={user.role}
        options={roles}
        disabled={isSelf || change.isPending}
        onChange={(role) => change.mutate({ role })}
        className="w-28"
      />
      {isSelf ? (
        <Button size="sm" variant="secondary" aria-disabled title={t('notYourself')} className="min-w-18">
          {t('disable')}
        </Button>
      ) : (
        <ConfirmDialog
          title={t(user.disabled ? 'askEnable' : 'askDisable', { name: user.name })}
          description={user.disabled ? t('whatEnable') : t('whatDisable')}
          confirm={t(user.disabled ? 'enable' : 'disable')}
          danger={!user.disabled}
          onConfirm={() => change.mutate({ disabled: !user.disabled })}
        >
          <Button size="sm" variant={user.disabled ? 'secondary' : 'danger'} className="min-w-18">
            {t(user.disabled ? 'enable' : 'disable')}
          </Button>
        </ConfirmDialog>
      )}
    </li>
  )
}
