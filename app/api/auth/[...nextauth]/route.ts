import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/options'
import { JejakError } from '@/lib/errors'
import { readJson, readText } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { say } from '@/lib/i18n/say'

interface Params {
  nextauth: string[]
}

const MAX_BODY_BYTES = 16 * 1024

export const dynamic = 'force-dynamic'

export const GET = route<Params>((request, params) => answer(new NextRequest(request), params))

export const POST = route<Params>(async (request, params) => {
  // next-auth's way for browsers to write into our log.
  if (params.nextauth[0] === '_log') throw new JejakError('not_found', say('noLogging'))
  // next-auth itself would read a body of any length, and fail on one that is not JSON where it says so.
  const body = await readText(request, MAX_BODY_BYTES)
  if (request.headers.get('content-type')?.includes('json')) readJson(body)
  return answer(new NextRequest(request.url, { method: 'POST', headers: request.headers, body }), params)
})

function answer(request: NextRequest, params: Params): Promise<Response> {
  return NextAuth(request, { params }, authOptions())
}
