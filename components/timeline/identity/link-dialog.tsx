'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { kindOne, kindsWithin, kindWithin } from '@/lib/timeline/kind-words'
import { linkEntities } from '@/lib/timeline/mutations'
import type { EntityDetail, EntityItem } from '@/lib/timeline/schemas'
import { OtherField } from './other-field'
import { isReason, ReasonField } from './reason-field'
import { useIdentityChange } from './use-identity-change'

interface LinkDialogProps {
  detail: EntityDetail
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Says that two entities are one. */
export function LinkDialog({ detail, open, onOpenChange }: LinkDialogProps) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const { kind, label } = detail
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={t('link.title', { kind: kindWithin(kind, words), label })}
        description={t('link.description', { kinds: kindsWithin(kind, words) })}
        className="max-w-lg"
      >
        <LinkForm detail={detail} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  )
}

function LinkForm({ detail, onDone }: { detail: EntityDetail; onDone: () => void }) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const [other, setOther] = useState<EntityItem | null>(null)
  const [reason, setReason] = useState('')
  const kind = kindWithin(detail.kind, words)
  const link = useIdentityChange(
    detail,
    linkEntities,
    (entity) => entity,
    (entity) => t('link.done', { kind, label: entity.label }),
    onDone,
  )
  const missing = !other ? t('link.chooseOther', { kind }) : isReason(reason) ? null : t('identity.noReason')

  function submit(event: FormEvent) {
    event.preventDefault()
    if (other && !missing) link.mutate({ ids: [detail.id, other.id], reason: reason.trim() })
  }

  return (
    <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
      {link.error ? <Notice tone="bad" title={link.error.message} /> : null}
      <OtherField entity={detail} chosen={other} onChoose={setOther} />
      {other ? (
        <Notice title={t('link.whatWillHappen')}>
          <ul className="ml-4 list-disc space-y-0.5">
            <li>{t('link.becomeOne', { kind, Kind: kindOne(detail.kind, words), label: other.label })}</li>
            <li>{t('link.onePage')}</li>
            <li>{t('link.kept')}</li>
          </ul>
        </Notice>
      ) : null}
      <ReasonField id="link-reason" value={reason} onChange={setReason} placeholder={t('link.reasonExample')} />
      <div className="flex items-center justify-end gap-2">
        {missing ? <p className="mr-auto text-ink-3 text-xs">{missing}</p> : null}
        <DialogClose asChild>
          <Button>{t('identity.cancel')}</Button>
        </DialogClose>
        <Button type="submit" variant="primary" aria-disabled={missing !== null || link.isPending}>
          {t('link.submit')}
        </Button>
      </div>
    </form>
  )
}
