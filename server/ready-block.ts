import type { FirstAdmin } from '@/lib/auth/first-admin'
import { providers } from '@/lib/providers/registry'

/** What a person needs to know when Jejak is up, in one block. */
export function readyBlock(url: string, firstAdmin: FirstAdmin): string {
  const rows: [string, string][] = [
    [firstAdmin.kind === 'exists' ? 'Sign in' : 'First sign-in', signIn(url, firstAdmin)],
    ...providers.map(({ id, label }): [string, string] => [`${label} webhook`, `${url}/api/webhooks/${id}`]),
    ['Sample event', `npm run simulate -- --orders 1 --url ${url}`],
    ['', 'or the button on the Events page'],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  const lines = rows.map(([name, value]) => `  ${name.padEnd(width)}   ${value}`)
  return ['', `  Jejak is ready at ${url}`, '', ...lines, '', '  Ctrl-C stops it.', ''].join('\n')
}

/** Where people and providers reach it: `JEJAK_URL`, or this machine's own address. */
export function publicUrl(configured: string | undefined, host: string, port: number): string {
  if (configured) return configured.replace(/\/+$/, '')
  const everywhere = ['0.0.0.0', '::', '127.0.0.1', '::1', 'localhost'].includes(host)
  return `http://${everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}

function signIn(url: string, firstAdmin: FirstAdmin): string {
  if (firstAdmin.kind === 'link') return `${url}/set-up?token=${firstAdmin.token}   (works once, makes the first admin)`
  if (firstAdmin.kind === 'created') return `${url} as ${firstAdmin.email}, with JEJAK_ADMIN_PASSWORD`
  return url
}
