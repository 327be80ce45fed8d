'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { ApiProblem } from '@/lib/client/fetch-json'
import { updateStore } from '@/lib/stores/mutations'
import { storesOptions } from '@/lib/stores/query-options'
import type { StoreItem } from '@/lib/stores/schemas'
import type { TimelineSettings } from '@/lib/timeline/settings'
import { fromDraft, isSameSettings, type StuckStep, type TimelineDraft, toDraft } from './draft'
import { RuleFields } from './rule-fields'
import { StuckFields } from './stuck-fields'

/** The rules of one store's timelines. Mounted anew when the stored values change. */
export function TimelineForm({ store, steps }: { store: StoreItem; steps: readonly StuckStep[] }) {
  const t = useTranslations('settings.timelines')
  const client = useQueryClient()
  const [draft, setDraft] = useState<TimelineDraft>(() => toDraft(store.timeline))
  const save = useMutation({
    mutationFn: (timeline: TimelineSettings) => updateStore(store.id, { timeline }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: storesOptions().queryKey })
      toast.success(t('saved'))
    },
  })
  const fields = save.error instanceof ApiProblem ? save.error.fields : {}
  const isChanged = !isSameSettings(fromDraft(draft), store.timeline)
  const change = (part: Partial<TimelineDraft>) => setDraft({ ...draft, ...part })

  function submit(event: FormEvent) {
    event.preventDefault()
    if (isChanged) save.mutate(fromDraft(draft))
  }

  return (
    <form onSubmit={submit} className="rounded-lg border">
      <div className="flex flex-col gap-5 p-4">
        <Field
          id={`late-${store.id}`}
          label={t('late')}
          hint={t('lateHint')}
          error={fields['timeline.lateAfterMinutes'] ?? fields.lateAfterMinutes}
        >
          <Input
            id={`late-${store.id}`}
            type="number"
            min={1}
            max={100000}
            step="any"
            required
            className="max-w-32"
            value={draft.lateAfterMinutes}
            onChange={(event) => change({ lateAfterMinutes: event.target.value })}
          />
        </Field>
        <StuckFields storeId={store.id} steps={steps} hours={draft.hours} onChange={(hours) => change({ hours })} />
        <RuleFields disabled={draft.disabledRules} onChange={(disabledRules) => change({ disabledRules })} />
      </div>
      <div className="flex items-center gap-3 border-t bg-canvas px-4 py-2.5">
        {save.error ? (
          <p role="alert" className="text-bad text-xs">
            {save.error.message}
          </p>
        ) : null}
        <Button
          type="submit"
          size="sm"
          variant="primary"
          className="ml-auto"
          disabled={!isChanged || save.isPending}
          title={isChanged ? undefined : t('unchanged')}
        >
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
