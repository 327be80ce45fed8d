import { ERROR_STATUS, JejakError, problem } from '@/lib/errors'
import { chooseLocale, LOCALE_COOKIE, type Locale } from '@/lib/i18n/locales'
import { say, speaking } from '@/lib/i18n/say'
import { logError } from '@/lib/log'

/** What Next hands to a route handler beside the request. */
export interface RouteContext<Params> {
  params: Promise<Params>
}

type Handler<Params> = (request: Request, params: Params) => Promise<Response>

/**
 * A Next route handler that answers every error with a problem document: a JejakError as what it is, anything else as
 * `internal`, written to the log. No answer may be cached. What went wrong is told in the language of whoever asks.
 */
export function route<Params = unknown>(
  handler: Handler<Params>,
): (request: Request, context: RouteContext<Params>) => Promise<Response> {
  return (request, context) =>
    speaking(localeOf(request), async () => {
      const response = await answer(handler, request, context)
      if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
      return response
    })
}

/** As of a page: what the person chose, else what their browser asks for; programs, which say neither, are told in English. */
function localeOf({ headers }: Request): Locale {
  const [, chosen] = CHOSEN.exec(headers.get('cookie') ?? '') ?? []
  return chooseLocale(chosen, headers.get('accept-language'))
}

const CHOSEN = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=([^;]*)`)

async function answer<Params>(handler: Handler<Params>, request: Request, context: RouteContext<Params>) {
  try {
    return await handler(request, await context.params)
  } catch (error) {
    const known = databaseError(error) ?? error
    if (!(known instanceof JejakError) || ERROR_STATUS[known.code] >= 500) {
      logError(`${request.method} ${new URL(request.url).pathname.slice(0, 100)} failed`, error)
    }
    return problemResponse(known)
  }
}

/** The problem document of an error as a response. */
export function problemResponse(error: unknown): Response {
  const document = problem(error)
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  })
  const { retryAfterSeconds } = document
  if (typeof retryAfterSeconds === 'number') headers.set('retry-after', String(retryAfterSeconds))
  if (document.status === 401) headers.set('www-authenticate', 'Bearer')
  return new Response(JSON.stringify(document), { status: document.status, headers })
}

/** Prisma's codes, and the sockets', for a database that is not there, is not answering or is going away. */
const UNREACHABLE = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT'])

function databaseError(error: unknown): JejakError | null {
  if (!(error instanceof Error) || !('code' in error) || !UNREACHABLE.has(String(error.code))) return null
  return new JejakError('database_unreachable', say('databaseAway'), {
    cause: error,
  })
}
