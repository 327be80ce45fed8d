'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
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
  const t = useTranslations('sources.secrets')
  const provider = useProvider(source.provider)
  const { secretName, secretWhere } = providerWords(source.provider, provider, useTranslations('providers'))
  const stored = source.secrets.filter((secret) => secret.origin === 'interface')
  return (
    <Section
      title={t('title')}
      note={source.secrets.length === 0 ? t('set', { secret: secretName, where: secretWhere }) : t('rotate')}
    >
      {source.secrets.length === 0 ? (
        <Notice tone="wait" title={t('noneTitle')} className="mb-3">
          {t('none')}
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
        <p className="text-ink-3 text-xs">{t('most')}</p>
      )}
    </Section>
  )
}

function SecretRow({ source, secret }: { source: SourceItem; secret: SecretItem }) {
  const t = useTranslations('sources.secrets')
  const { allowed, why } = usePermission('admin')
  const retire = useSourceChange(() => retireSecret(source.id, secret.id), t('retired'))
  const isLast = source.secrets.length === 1
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-3.5 py-2">
      <SecretHint secret={secret} />
      <span className="flex-1 text-ink-3 text-xs">
        <Origin at={secret.createdAt} />
        {secret.readable ? null : `. ${t('unreadable')}`}
      </span>
      {secret.origin === 'interface' ? (
        allowed ? (
          <ConfirmDialog
            title={t('askRetire', { hint: secret.hint })}
            description={isLast ? t('retireLast') : t('retireOther')}
            confirm={t('confirmRetire')}
            danger
            onConfirm={() => retire.mutate(undefined)}
          >
            <Button size="sm" variant="danger">
              {t('retire')}
            </Button>
          </ConfirmDialog>
        ) : (
          <Button size="sm" variant="danger" aria-disabled title={why}>
            {t('retire')}
          </Button>
        )
      ) : null}
    </li>
  )
}

function Origin({ at }: { at: SecretItem['createdAt'] }) {
  const t = useTranslations('sources.secrets')
  return at ? t.rich('added', { time: () => <Time at={at} /> }) : t('fromEnvironment')
}

function AddSecretForm({ source, secretName, isFirst }: { source: SourceItem; secretName: string; isFirst: boolean }) {
  const t = useTranslations('sources.secrets')
  const { allowed, why } = usePermission('admin')
  const [value, setValue] = useState('')
  const add = useSourceChange((secret: string) => addSecret(source.id, secret), t(isFirst ? 'isSet' : 'isAdded'), {
    quietFaults: true,
  })
  const fault = add.error instanceof ApiProblem ? (add.error.fields.value ?? add.error.message) : add.error?.message

  function submit(event: FormEvent) {
    event.preventDefault()
    add.mutate(value, { onSuccess: () => setValue('') })
  }

  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <Field
        id="new-secret"
        label={isFirst ? capitalised(secretName) : t('newSecret', { secret: secretName })}
        error={fault}
        hint={t('stored')}
        className="flex-1"
        beside={
          <Button
            type="submit"
            variant={isFirst ? 'primary' : 'secondary'}
            disabled={!allowed || add.isPending}
            title={why}
          >
            {t(isFirst ? 'setButton' : 'addButton')}
          </Button>
        }
      >
        <Input
          id="new-secret"
          type="password"
          autoComplete="off"
          required
          minLength={8}
          maxLength={1024}
          disabled={!allowed}
          title={why}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      </Field>
    </form>
  )
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
