import { CopyButton } from '@/components/ui/copy-button'

/** An id in full, with a button that copies it. */
export function IdLine({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex min-w-0 items-center gap-1.5">
      <dt className="w-24 shrink-0 text-ink-3 text-xs">{label}</dt>
      <dd className="flex min-w-0 items-center gap-0.5">
        <span className="truncate font-mono text-xs" title={value}>
          {value}
        </span>
        <CopyButton value={value} what={label.toLowerCase()} />
      </dd>
    </div>
  )
}
