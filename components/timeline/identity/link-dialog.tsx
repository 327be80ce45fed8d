'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { KINDS } from '@/lib/timeline/kinds'
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
  const { one, title } = KINDS[detail.kind]
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={`Link ${one.toLowerCase()} ${detail.label}`}
        description={`For two ${title.toLowerCase()} in this list that are one and the same. Nothing that was received changes.`}
        className="max-w-lg"
      >
        <LinkForm detail={detail} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  )
}

function LinkForm({ detail, onDone }: { detail: EntityDetail; onDone: () => void }) {
  const [other, setOther] = useState<EntityItem | null>(null)
  const [reason, setReason] = useState('')
  const one = KINDS[detail.kind].one.toLowerCase()
  const link = useIdentityChange(
    detail,
    linkEntities,
    (entity) => entity,
    (entity) => `Linked: one ${one} now, ${entity.label}.`,
    onDone,
  )
  const missing = !other ? `Choose the other ${one}.` : isReason(reason) ? null : 'A reason is needed.'

  function submit(event: FormEvent) {
    event.preventDefault()
    if (other && !missing) link.mutate({ ids: [detail.id, other.id], reason: reason.trim() })
  }

  return (
    <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
      {link.error ? <Notice tone="bad" title={link.error.message} /> : null}
      <OtherField entity={detail} chosen={other} onChoose={setOther} />
      {other ? (
        <Notice title="What will happen">
          <ul className="ml-4 list-disc space-y-0.5">
            <li>
              This {one} and {other.label} become one, with the identifiers and events of both.
            </li>
            <li>One of the two pages remains; the address of the other leads there.</li>
            <li>Later events keep them together, until somebody splits them again.</li>
          </ul>
        </Notice>
      ) : null}
      <ReasonField
        id="link-reason"
        value={reason}
        onChange={setReason}
        placeholder="The shop renamed it after the first event"
      />
      <div className="flex items-center justify-end gap-2">
        {missing ? <p className="mr-auto text-ink-3 text-xs">{missing}</p> : null}
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" aria-disabled={missing !== null || link.isPending}>
          Link the two
        </Button>
      </div>
    </form>
  )
}
