'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { ApiProblem } from '@/lib/client/fetch-json'
import { durationWords } from '@/lib/i18n/durations'
import { updateSource } from '@/lib/sources/mutations'
import type { SourceItem, UpdateSource } from '@/lib/sources/schemas'
import { Section } from './section'
import { useSourceChange } from './use-source-change'

const KB = 1024
const ANSWERS = ['401', '200'] as const

/** Name and limits of a source. Mounted anew when the stored values change. */
export function SettingsForm({ source }: { source: SourceItem }) {
  const t = useTranslations('sources.settings')
  const words = useTranslations('words')
  const { allowed, why } = usePermission('admin')
  const [name, setName] = useState(source.name)
  const [tolerance, setTolerance] = useState(String(source.toleranceSeconds))
  const [sizeKb, setSizeKb] = useState(String(source.maxBodyBytes / KB))
  const [keep, setKeep] = useState(String(source.rejectedKeep))
  const [answer, setAnswer] = useState<'401' | '200'>(source.rejectedStatus === 200 ? '200' : '401')
  const save = useSourceChange((change: UpdateSource) => updateSource(source.id, change), t('saved'), {
    quietFaults: true,
  })
  const fields = save.error instanceof ApiProblem ? save.error.fields : {}

  const change: UpdateSource = {
    ...(name.trim() !== source.name ? { name: name.trim() } : {}),
    ...(Number(tolerance) !== source.toleranceSeconds ? { toleranceSeconds: Number(tolerance) } : {}),
    ...(Math.round(Number(sizeKb) * KB) !== source.maxBodyBytes
      ? { maxBodyBytes: Math.round(Number(sizeKb) * KB) }
      : {}),
    ...(Number(keep) !== source.rejectedKeep ? { rejectedKeep: Number(keep) } : {}),
    ...(Number(answer) !== source.rejectedStatus ? { rejectedStatus: answer === '200' ? 200 : 401 } : {}),
  }
  const isChanged = Object.keys(change).length > 0

  function submit(event: FormEvent) {
    event.preventDefault()
    if (isChanged) save.mutate(change)
  }

  return (
    <Section title={t('title')}>
      <form onSubmit={submit} className="rounded-lg border" title={why}>
        <div className="grid gap-4 p-4 sm:grid-cols-2">
          <Field id="name" label={t('name')} error={fields.name}>
            <Input
              id="name"
              required
              maxLength={100}
              disabled={!allowed}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          <Field
            id="tolerance"
            label={t('tolerance')}
            error={fields.toleranceSeconds}
            hint={t('toleranceHint', { duration: durationWords(Number(tolerance) || 0, words) })}
          >
            <Input
              id="tolerance"
              type="number"
              min={10}
              max={86400}
              required
              disabled={!allowed}
              value={tolerance}
              onChange={(event) => setTolerance(event.target.value)}
            />
          </Field>
          <Field id="answer" label={t('answer')} error={fields.rejectedStatus} hint={t(`answer${answer}Note`)}>
            <Select
              id="answer"
              label={t('answer')}
              value={answer}
              options={ANSWERS.map((value) => ({ value, label: t(`answer${value}`), note: t(`answer${value}Note`) }))}
              disabled={!allowed}
              onChange={setAnswer}
            />
          </Field>
          <Field id="size" label={t('size')} error={fields.maxBodyBytes} hint={t('sizeHint')}>
            <Input
              id="size"
              type="number"
              min={1}
              max={10240}
              step="any"
              required
              disabled={!allowed}
              value={sizeKb}
              onChange={(event) => setSizeKb(event.target.value)}
            />
          </Field>
          <Field
            id="keep"
            label={t('keep')}
            error={fields.rejectedKeep}
            hint={source.rejectedDropped > 0 ? t('dropped', { count: source.rejectedDropped }) : t('keepHint')}
          >
            <Input
              id="keep"
              type="number"
              min={0}
              max={1000000}
              required
              disabled={!allowed}
              value={keep}
              onChange={(event) => setKeep(event.target.value)}
            />
          </Field>
        </div>
        <div className="flex items-center gap-3 border-t bg-canvas px-4 py-2.5">
          {save.error && Object.keys(fields).length === 0 ? (
            <p className="text-bad text-xs">{save.error.message}</p>
          ) : null}
          <Button
            type="submit"
            size="sm"
            variant="primary"
            className="ml-auto"
            disabled={!allowed || !isChanged || save.isPending}
            title={why ?? (isChanged ? undefined : t('unchanged'))}
          >
            {t('save')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
