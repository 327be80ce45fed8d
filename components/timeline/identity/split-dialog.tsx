'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { formatCount } from '@/lib/events/format'
import { KINDS } from '@/lib/timeline/kinds'
import { splitEntity } from '@/lib/timeline/mutations'
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
  const one = KINDS[detail.kind].one.toLowerCase()
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={`Split ${one} ${detail.label}`}
        description={`For two ${KINDS[detail.kind].title.toLowerCase()} that were taken for one. Nothing that was received changes.`}
        className="max-w-lg"
      >
        <SplitForm detail={detail} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  )
}

function SplitForm({ detail, onDone }: { detail: EntityDetail; onDone: () => void }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const one = KINDS[detail.kind].one.toLowerCase()
  const split = useIdentityChange(
    detail,
    splitEntity,
    () => detail,
    () => `Split off ${formatCount(chosen.size, 'identifier')}.`,
    onDone,
  )
  const { identifiers } = detail
  const leaving = identifiers.filter(({ name }) => chosen.has(name))
  const staying = identifiers.filter(({ name }) => !chosen.has(name))
  const missing =
    leaving.length === 0
      ? 'Choose what belongs to something else.'
      : staying.length === 0
        ? 'At least one has to stay.'
        : isReason(reason)
          ? null
          : 'A reason is needed.'

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
        <legend className="mb-1 font-medium text-sm">Which of these belong to another {one}?</legend>
        <ul className="scroll-quiet max-h-64 divide-y overflow-y-auto rounded-md border">
          {identifiers.map(({ name, label, value }, index) => (
            <li key={name}>
              <label htmlFor={`split-${index}`} className="flex items-center gap-2.5 px-3 py-2 pointer-coarse:py-3">
                <Checkbox
                  id={`split-${index}`}
                  checked={chosen.has(name)}
                  onCheckedChange={() => toggle(name)}
                  aria-label={`${label} ${value}`}
                />
                <span className="w-28 shrink-0 text-ink-3 text-xs">{label}</span>
                <span className="min-w-0 break-all font-mono text-xs">{value}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      {leaving.length > 0 && staying.length > 0 ? (
        <Notice title="What will happen">
          <ul className="ml-4 list-disc space-y-0.5">
            <li>
              <Values of={leaving} /> and the events that name {leaving.length === 1 ? 'it' : 'them'} become another{' '}
              {one}.
            </li>
            <li>
              <Values of={staying} /> {staying.length === 1 ? 'stays' : 'stay'} together. This page remains with
              whichever was known first.
            </li>
            <li>Later events keep the two apart, until somebody links them again.</li>
          </ul>
        </Notice>
      ) : null}
      <ReasonField
        id="split-reason"
        value={reason}
        onChange={setReason}
        placeholder="The number was given to somebody else"
      />
      <div className="flex items-center justify-end gap-2">
        {missing ? <p className="mr-auto text-ink-3 text-xs">{missing}</p> : null}
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" aria-disabled={missing !== null || split.isPending}>
          Split off{leaving.length > 0 ? ` ${formatCount(leaving.length, 'identifier')}` : ''}
        </Button>
      </div>
    </form>
  )
}

function Values({ of }: { of: EntityDetail['identifiers'] }) {
  return <span className="break-all font-mono text-xs">{of.map(({ value }) => value).join(', ')}</span>
}
