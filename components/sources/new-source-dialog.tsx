'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProviders } from '@/components/providers/providers-context'
import { useBaseUrl } from '@/components/shell/base-url'
import { usePermission } from '@/components/shell/viewer-context'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { Tooltip } from '@/components/ui/tooltip'
import { ApiProblem } from '@/lib/client/fetch-json'
import { createSource } from '@/lib/sources/mutations'
import { useSourceChange } from './use-source-change'

export function NewSourceDialog() {
  const t = useTranslations('sources.new')
  const [open, setOpen] = useState(false)
  const { allowed, why } = usePermission('admin')
  const button = (
    <Button size="sm" variant="primary" aria-disabled={!allowed} onClick={() => allowed && setOpen(true)}>
      <Plus aria-hidden /> {t('button')}
    </Button>
  )
  return (
    <>
      {why ? <Tooltip words={why}>{button}</Tooltip> : button}
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogContent title={t('button')} description={t('description')}>
          <NewSourceForm onDone={() => setOpen(false)} />
        </DialogContent>
      </Dialog>
    </>
  )
}

function NewSourceForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('sources.new')
  const providers = useProviders()
  const base = useBaseUrl()
  const router = useRouter()
  const [provider, setProvider] = useState(providers[0]?.id ?? '')
  const [slug, setSlug] = useState('')
  const create = useSourceChange(createSource, t('ready'), { quietFaults: true })
  const fields = create.error instanceof ApiProblem ? create.error.fields : {}
  const secretName = providers.find(({ id }) => id === provider)?.secretHelp.name ?? t('secretName')

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const secret = String(form.get('secret')).trim()
    create.mutate(
      { provider, slug, name: String(form.get('name')), ...(secret ? { secret } : {}) },
      {
        onSuccess: (source) => {
          onDone()
          router.push(`/sources/${source.id}`)
        },
      },
    )
  }

  return (
    <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
      {create.error && Object.keys(fields).length === 0 ? <Notice tone="bad" title={create.error.message} /> : null}
      <Field id="source-provider" label={t('provider')}>
        <Select
          id="source-provider"
          label={t('provider')}
          value={provider}
          options={providers.map(({ id, label }) => ({ value: id, label }))}
          onChange={setProvider}
        />
      </Field>
      <Field id="source-name" label={t('name')} hint={t('nameHint')} error={fields.name}>
        <Input id="source-name" name="name" required maxLength={100} autoComplete="off" />
      </Field>
      <Field
        id="source-slug"
        label={t('address')}
        error={fields.slug}
        hint={<span className="break-all font-mono">{`${base}/api/webhooks/${provider}/${slug || '…'}`}</span>}
      >
        <Input
          id="source-slug"
          name="slug"
          required
          maxLength={50}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('slugPlaceholder')}
          value={slug}
          onChange={(event) =>
            setSlug(
              event.target.value
                .toLowerCase()
                .replaceAll(/[^a-z0-9]+/g, '-')
                .replace(/^-/, ''),
            )
          }
          onBlur={() => setSlug((current) => current.replace(/-$/, ''))}
        />
      </Field>
      <Field id="source-secret" label={t('secret', { secret: secretName })} error={fields.secret}>
        <Input id="source-secret" name="secret" type="password" autoComplete="off" maxLength={1024} />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" aria-disabled={create.isPending}>
          {t('create')}
        </Button>
      </div>
    </form>
  )
}
