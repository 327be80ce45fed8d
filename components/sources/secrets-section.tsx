'use client'

import { type FormEvent, useState } from 'react'
import { providerWords } from '@/components/providers/provider-words'
import { useProvider } from '@/components/providers/providers-context'
import { usePermission } from '@/components/shell/viewer-context'
import { Time } from '@/components/time/time'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { ApiProblem } from '@/lib/client/fetch-json'
import { addSecret, retireSecret } from '@/lib/sources/mutations'
import type { SecretItem, SourceItem } from '@/lib/sources/schemas'
import { SecretHint } from './secret-hint'
import { Section } from './section'
import { useSourceChange } from './use-source-change'

/** Stored secrets that may be active at once, as the API holds it. */
const MAX_ACTIVE = 2

export function SecretsSection({ source }: { source: SourceItem }) {
  const provider = useProvider(source.provider)
  const { secretName, secretWhere } = providerWords(source.provider, provider)
  const stored = source.secrets.filter((secret) => secret.origin === 'interface')
  return (
    <Section
      title="Secrets"
      note={
        source.secrets.length === 0
          ? `Set the ${secretName}, so that deliveries can be told from forgeries. You find it here: ${secretWhere}`
          : 'To rotate: add the new secret here, change it at the provider, and once deliveries come with the new one, retire the old. Until then both are accepted.'
      }
    >
      {source.secrets.length === 0 ? (
        <Notice tone="wait" title="No secret is set: deliveries are kept, unchecked" className="mb-3">
          Anybody who knows the address could send one.
        </Notice>
      ) : (
        <ul className="mb-3 divide-y rounded-lg border">
          {source.secrets.map((secret) => (
            <SecretRow key={secret.id} source={source} secret={secret} />
          ))}
        </ul>
      )}
      {stored.length < MAX_ACTIVE ? (
        <AddSecretForm source={source} secretName={secretName} isFirst={source.secrets.length === 0} />
      ) : (
        <p className="text-ink-3 text-xs">
          Two secrets are active, which is the most. Retire one before adding another.
        </p>
      )}
    </Section>
  )
}

function SecretRow({ source, secret }: { source: SourceItem; secret: SecretItem }) {
  const { allowed, why } = usePermission('admin')
  const retire = useSourceChange(() => retireSecret(source.id, secret.id), 'The secret is retired.')
  const isLast = source.secrets.length === 1
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-3.5 py-2">
      <SecretHint secret={secret} />
      <span className="flex-1 text-ink-3 text-xs">
        {secret.createdAt ? (
          <>
            added <Time at={secret.createdAt} />
          </>
        ) : (
          'set where Jejak is started; change it there'
        )}
        {secret.readable ? null : '. It was stored with another key (JEJAK_SECRET) and cannot be used: add it again.'}
      </span>
      {secret.origin === 'interface' ? (
        allowed ? (
          <ConfirmDialog
            title={`Retire the secret ••••${secret.hint}?`}
            description={
              isLast
                ? 'It is the only one: deliveries will then be kept, unchecked.'
                : 'Deliveries made with it will be rejected from now on. The other secret stays active.'
            }
            confirm="Retire the secret"
            danger
            onConfirm={() => retire.mutate(undefined)}
          >
            <Button size="sm" variant="danger">
              Retire
            </Button>
          </ConfirmDialog>
        ) : (
          <Button size="sm" variant="danger" aria-disabled title={why}>
            Retire
          </Button>
        )
      ) : null}
    </li>
  )
}

function AddSecretForm({ source, secretName, isFirst }: { source: SourceItem; secretName: string; isFirst: boolean }) {
  const { allowed, why } = usePermission('admin')
  const [value, setValue] = useState('')
  const add = useSourceChange(
    (secret: string) => addSecret(source.id, secret),
    isFirst ? 'The secret is set. Deliveries are checked from now on.' : 'The secret is added. Both are accepted now.',
    { quietFaults: true },
  )
  const fault = add.error instanceof ApiProblem ? (add.error.fields.value ?? add.error.message) : add.error?.message

  function submit(event: FormEvent) {
    event.preventDefault()
    add.mutate(value, { onSuccess: () => setValue('') })
  }

  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <Field
        id="new-secret"
        label={isFirst ? capitalised(secretName) : `New ${secretName}`}
        error={fault}
        hint="Stored encrypted; only its last four characters are ever shown again."
        className="flex-1"
      >
        <span className="flex gap-2">
          <Input
            id="new-secret"
            type="password"
            autoComplete="off"
            required
            minLength={8}
            maxLength={1024}
            aria-describedby="new-secret-note"
            disabled={!allowed}
            title={why}
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
          <Button
            type="submit"
            variant={isFirst ? 'primary' : 'secondary'}
            disabled={!allowed || add.isPending}
            title={why}
          >
            {isFirst ? 'Set the secret' : 'Add the secret'}
          </Button>
        </span>
      </Field>
    </form>
  )
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
