'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { useViewer } from '@/components/shell/viewer-context'
import { Time } from '@/components/time/time'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { LoadFailure } from '@/components/ui/load-failure'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { updateUser, usersOptions } from '@/lib/auth/query-options'
import type { UpdateUser, UserItem } from '@/lib/auth/schemas'
import { AddPersonDialog } from './add-person-dialog'
import { ROLE_OPTIONS } from './role-options'

/** Who may sign in, and what they may do. */
export function PeopleSection() {
  const users = useQuery(usersOptions())
  return (
    <section aria-label="People" className="mt-5">
      <div className="flex min-h-8 items-center gap-3">
        <h2 className="font-semibold text-base">People</h2>
        <div className="ml-auto">
          <AddPersonDialog />
        </div>
      </div>
      <p className="mb-3 text-ink-2">Who may sign in, and what they may do. A change takes effect at once.</p>
      {users.isError && !users.data ? (
        <LoadFailure what="The people" error={users.error} onRetry={() => void users.refetch()} />
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
        {ROLE_OPTIONS.map(({ value, label, note }) => (
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
  const viewer = useViewer()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (part: UpdateUser) => updateUser(user.id, part),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: usersOptions().queryKey })
      toast.success('Saved.')
    },
    onError: (error) => toast.error(error.message),
  })
  const isSelf = user.email === viewer.email
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className={cn('min-w-0 flex-1 basis-48', user.disabled && 'text-ink-3')}>
        <p className="truncate font-medium">
          {user.name}
          {isSelf ? <span className="font-normal text-ink-3"> (you)</span> : null}
          {user.disabled ? (
            <span className="ml-2 rounded-full border border-idle-line px-1.5 font-medium text-2xs text-idle">
              Disabled
            </span>
          ) : null}
        </p>
        <p className="truncate text-ink-3 text-xs">
          {user.email} · since <Time at={user.createdAt} />
        </p>
      </div>
      <Select
        label={`Role of ${user.name}`}
        value={user.role}
        options={ROLE_OPTIONS}
        disabled={isSelf || change.isPending}
        onChange={(role) => change.mutate({ role })}
        className="w-28"
      />
      {isSelf ? (
        <Button
          size="sm"
          variant="secondary"
          aria-disabled
          title="You cannot disable yourself; another admin can."
          className="w-18"
        >
          Disable
        </Button>
      ) : (
        <ConfirmDialog
          title={`${user.disabled ? 'Enable' : 'Disable'} ${user.name}?`}
          description={
            user.disabled
              ? 'They can sign in again, with the password they had.'
              : 'They are signed out at once and cannot sign in again until enabled.'
          }
          confirm={user.disabled ? 'Enable' : 'Disable'}
          danger={!user.disabled}
          onConfirm={() => change.mutate({ disabled: !user.disabled })}
        >
          <Button size="sm" variant={user.disabled ? 'secondary' : 'danger'} className="w-18">
            {user.disabled ? 'Enable' : 'Disable'}
          </Button>
        </ConfirmDialog>
      )}
    </li>
  )
}
