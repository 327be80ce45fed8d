/** Says that the process is up and answers, and nothing about the database. */
export function health(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
}
