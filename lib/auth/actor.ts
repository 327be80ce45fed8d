import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { db, type PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import { REQUESTED_PATH_HEADER } from '@/lib/http/requested-path'
import { assertSameOrigin } from '@/lib/http/same-origin'
import { say } from '@/lib/i18n/say'
import { verifyApiToken } from './api-token'
import { hasRole, type Role } from './schemas'
import { type SessionUser, sessionUser } from './session'

/** Who does something: a person who signed in, or a script with a token. */
export type Actor = ({ kind: 'user' } & SessionUser) | { kind: 'token'; name: string; role: Role }

/**
 * Who makes this request to the API, at least with the role `minimum`. A bearer token counts before a session. Throws
 * `unauthenticated` or `forbidden`, the latter too for a change that another site's page asks a browser to make.
 */
export async function requireActor(request: Request, minimum: Role, client: PrismaClient = db()): Promise<Actor> {
  const actor = await findActor(request, client)
  if (!actor) {
    throw new JejakError('unauthenticated', say('auth.nobody'))
  }
  if (!hasRole(actor.role, minimum)) {
    throw new JejakError('forbidden', say('auth.role', { needed: minimum, own: actor.role }))
  }
  if (actor.kind === 'user') assertSameOrigin(request)
  return actor
}

async function findActor(request: Request, client: PrismaClient): Promise<Actor | null> {
  const authorization = request.headers.get('authorization')
  const [, bearer] = /^Bearer\s+(\S+)\s*$/i.exec(authorization ?? '') ?? []
  if (bearer !== undefined) {
    const token = await verifyApiToken(bearer, client)
    if (!token) throw new JejakError('unauthenticated', say('auth.unknownToken'))
    return token
  }
  const user = await sessionUser(request.headers.get('cookie'), client)
  return user ? { kind: 'user', ...user } : null
}

/** The person who looks at a page, or null. Read once for each request. */
export const currentUser: () => Promise<SessionUser | null> = cache(async () => {
  return sessionUser((await headers()).get('cookie'))
})

/**
 * The person who looks at a page. Sends anybody else to sign in first, and back to `returnTo` (a path of ours, as a rule
 * the page's own) thereafter. A page that needs a higher role than the person has is not found.
 */
export async function requireUser(minimum: Role = 'viewer', returnTo?: string): Promise<SessionUser> {
  const user = await currentUser()
  if (!user) redirect(`/sign-in?callbackUrl=${encodeURIComponent(localPath(returnTo ?? (await requestedPath())))}`)
  if (!hasRole(user.role, minimum)) notFound()
  return user
}

async function requestedPath(): Promise<string> {
  return (await headers()).get(REQUESTED_PATH_HEADER) ?? '/'
}

function localPath(path: string): string {
  return /^\/(?![/\\])/.test(path) ? path : '/'
}
