import { env } from '@/lib/env'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Throws `forbidden` where a browser sends a changing request for another site: the session cookie alone (SameSite=Lax)
 * does not tell sites of one domain apart. Every browser of today sends Sec-Fetch-Site or Origin with such a request; a
 * program that sends neither holds the cookie itself.
 */
export function assertSameOrigin(request: Request, publicUrl: string | undefined = env().JEJAK_URL): void {
  if (SAFE_METHODS.has(request.method)) return
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) {
    if (site === 'same-origin' || site === 'none') return
    throw refused(`a page of another origin (Sec-Fetch-Site: ${site.slice(0, 20)})`)
  }
  const origin = request.headers.get('origin')
  if (origin !== null && !ownHosts(request, publicUrl).has(hostOf(origin)))
    throw refused(`the origin ${origin.slice(0, 100)}`)
}

function ownHosts(request: Request, publicUrl: string | undefined): Set<string | null> {
  const hosts = [request.headers.get('host'), request.headers.get('x-forwarded-host')]
  if (publicUrl) hosts.push(hostOf(publicUrl))
  return new Set(hosts.filter((host) => host !== null).map((host) => host.toLowerCase()))
}

/** Null, which no host equals, for `null` and anything else that is not a URL. */
function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null
}

function refused(from: string): JejakError {
  return new JejakError('forbidden', say('otherOrigin', { from }))
}
