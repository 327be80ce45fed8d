'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { kindsWithin, kindWithin } from '@/lib/timeline/kind-words'
import { splitEntity } from '@/lib/timeline/mutations'
import { schemeLabel } from '@/lib/timeline/name-words'
import type { EntityDetail } from '@/lib/timeline/schemas'
import { isReason, ReasonField } from './reason-field'
import { useIdentityChange } from './use-identity-change'

interface SplitDialogProps {
  detail: EntityDetail
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Takes identifiers away that belong to something else. */
export function SplitDialog({ detail, open, onOpenChange }: SplitDialogProps) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const { kind, label } = detail
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={t('split.title', { kind: kindWithin(kind, words), label })}
        description={t('split.description', { kinds: kindsWithin(kind, words) })}
        className="max-w-lg"
      >
        <SplitForm detail={detail} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  )
}

function SplitForm({ detail, onDone }: { detail: EntityDetail; onDone: () => void }) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const kind = kindWithin(detail.kind, words)
  const split = useIdentityChange(
    detail,
    splitEntity,
    () => detail,
    () => t('split.done', { count: chosen.size }),
    onDone,
  )
  const { identifiers } = detail
  const leaving = identifiers.filter(({ name }) => chosen.has(name))
  const staying = identifiers.filter(({ name }) => !chosen.has(name))
  const missing =
    leaving.length === 0
      ? t('split.chooseSome')
      : staying.length === 0
        ? t('split.leaveSome')
        : isReason(reason)
          ? null
          : t('identity.noReason')

  function toggle(name: string) {
    const next = new Set(chosen)
    if (!next.delete(name)) next.add(name)
    setChosen(next)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!missing) split.mutate({ id: detail.id, names: [...chosen], reason: reason.trim() })
  }

  return (
    <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
      {split.error ? <Notice tone="bad" title={split.error.message} /> : null}
      <fieldset>
        <legend className="mb-1 font-medium text-sm">{t('split.which', { kind })}</legend>
        <ul className="scroll-quiet max-h-64 divide-y overflow-y-auto rounded-md border">
          {identifiers.map(({ name, scheme, value }, index) => (
            <li key={name}>
              <label htmlFor={`split-${index}`} className="flex items-center gap-2.5 px-3 py-2 pointer-coarse:py-3">
                <Checkbox
                  id={`split-${index}`}
                  checked={chosen.has(name)}
                  onCheckedChange={() => toggle(name)}
                  aria-label={`${schemeLabel(scheme, words)} ${value}`}
                />
                <span className="w-28 shrink-0 text-ink-3 text-xs">{schemeLabel(scheme, words)}</span>
                <span className="min-w-0 break-all font-mono text-xs">{value}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      {leaving.length > 0 && staying.length > 0 ? (
        <Notice title={t('split.whatWillHappen')}>
          <ul className="ml-4 list-disc space-y-0.5">
            <li>{t.rich('split.leave', { values: () => <Values of={leaving} />, count: leaving.length, kind })}</li>
            <li>{t.rich('split.stay', { values: () => <Values of={staying} />, count: staying.length })}</li>
            <li>{t('split.kept')}</li>
          </ul>
        </Notice>
      ) : null}
      <ReasonField id="split-reason" value={reason} onChange={setReason} placeholder={t('split.reasonExample')} />
      <div className="flex items-center justify-end gap-2">
        {missing ? <p className="mr-auto text-ink-3 text-xs">{missing}</p> : null}
        <DialogClose asChild>
          <Button>{t('identity.cancel')}</Button>
        </DialogClose>
        <Button type="submit" variant="primary" aria-disabled={missing !== null || split.isPending}>
          {leaving.length > 0 ? t('split.submitSome', { count: leaving.length }) : t('split.submit')}
        </Button>
      </div>
    </form>
  )
}

function Values({ of }: { of: EntityDetail['identifiers'] }) {
  return <span className="break-all font-mono text-xs">{of.map(({ value }) => value).join(', ')}</span>
}
