import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { remoteAddress } from '@/lib/http/remote-address'
import { logError } from '@/lib/log'
import { vault } from '@/lib/vault/vault'
import { checkCredentials } from './credentials'
import { signInSchema } from './schemas'
import { SESSION_SECONDS, sessionToken } from './session'

declare module 'next-auth' {
  interface User {
    passwordHash?: string
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    /** Which password the session was made with. */
    stamp?: string
  }
}

/**
 * How next-auth signs people in: email and password against the database, in an encrypted cookie for seven days. A
 * failed sign-in comes back with `error`: `CredentialsSignin`, or the words of `too_many_attempts`.
 */
export function authOptions(): AuthOptions {
  return {
    secret: vault().sessionKey,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    logger: {
      // Anybody can send a cookie that is not ours; that is no fault of the server and fills its log.
      error: (code) => code !== 'JWT_SESSION_ERROR' && logError('next-auth', code),
    },
    providers: [
      CredentialsProvider({
        name: 'Email and password',
        credentials: { email: { label: 'Email', type: 'email' }, password: { label: 'Password', type: 'password' } },
        async authorize(credentials, request) {
          const signIn = signInSchema.safeParse(credentials)
          if (!signIn.success) return null
          const address = remoteAddress(new Headers(request.headers as Record<string, string>))
          return checkCredentials(signIn.data, { address, now: new Date() })
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) =>
        user?.passwordHash ? sessionToken({ id: user.id, passwordHash: user.passwordHash }) : token,
      // The pages ask /api/v1/me who they are; this answers only that there is a session.
      session: ({ session }) => ({ expires: session.expires }),
    },
  }
}
