import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import { Disclosure } from '@/components/ui/disclosure'
import { prettyJson, prettyText } from '@/lib/events/pretty-json'
import type { AttemptItem } from '@/lib/runs/schemas'

type Request = NonNullable<AttemptItem['request']>
type Response = NonNullable<AttemptItem['response']>

/** What a destination answered: the head of the body, and the headers. */
export function ResponseView({ response }: { response: Response }) {
  const t = useTranslations('runs')
  const lines = prettyJson(response.body)
  return (
    <div className="overflow-hidden rounded-md border">
      {response.body === '' ? (
        <p className="bg-sunken px-2 py-1.5 text-ink-3">{t('exchange.emptyBody')}</p>
      ) : (
        <pre className="scroll-quiet max-h-72 overflow-auto whitespace-pre-wrap break-all bg-sunken p-2 font-mono text-2xs text-ink leading-4">
          {lines ? prettyText(lines) : response.body}
        </pre>
      )}
      {response.truncated ? <p className="border-t px-2 py-1 text-2xs">{t('exchange.truncated')}</p> : null}
      <Headers headers={response.headers} />
    </div>
  )
}

/** What was sent to a destination; the body is the event's own, byte for byte. */
export function RequestView({ request }: { request: Request }) {
  return (
    <div className="overflow-hidden rounded-md border">
      <p className="break-all bg-sunken p-2 font-mono text-2xs text-ink leading-4">
        <span className="font-semibold">{request.method}</span> {request.url}
      </p>
      <Headers headers={request.headers} open />
    </div>
  )
}

export function StatusSign({ status }: { status: number }) {
  const isGood = status >= 200 && status < 300
  return (
    <span
      className={cn('rounded px-1 font-medium font-mono', isGood ? 'bg-good-soft text-good' : 'bg-bad-soft text-bad')}
    >
      {status}
    </span>
  )
}

function Headers({ headers, open }: { headers: Request['headers']; open?: boolean }) {
  const t = useTranslations('runs')
  if (headers.length === 0) return null
  return (
    <Disclosure open={open} summary={t('exchange.headers', { count: headers.length })} className="border-t px-2 py-1">
      <dl className="space-y-0.5 pt-0.5 pb-1 font-mono text-2xs leading-4">
        {headers.map(([name, value], index) => (
          <div key={index} className="break-all">
            <dt className="inline text-ink-3">{name}: </dt>
            <dd className="inline text-ink-2">{value}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}
