import { handleWebRequest } from '@/lib/ingest/web-mount'

export const dynamic = 'force-dynamic'

const receive = (request: Request) => handleWebRequest(request)

export {
  receive as DELETE,
  receive as GET,
  receive as HEAD,
  receive as OPTIONS,
  receive as PATCH,
  receive as POST,
  receive as PUT,
}
