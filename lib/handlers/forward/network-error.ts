/** An exchange that was not over in time. */
export class TimeoutError extends Error {
  override name = 'TimeoutError'
}

const WORDS: Readonly<Record<string, (host: string) => string>> = {
  ECONNREFUSED: (host) => `The connection to ${host} was refused: nothing listens there.`,
  ECONNRESET: (host) => `${host} closed the connection before it had answered.`,
  EPIPE: (host) => `${host} closed the connection before it had answered.`,
  ENOTFOUND: (host) => `The name ${host} was not found.`,
  EAI_AGAIN: (host) => `The name ${host} could not be looked up: the name server does not answer.`,
  ETIMEDOUT: (host) => `${host} could not be reached: connecting took too long.`,
  EHOSTUNREACH: (host) => `${host} could not be reached: there is no way to it.`,
  ENETUNREACH: (host) => `${host} could not be reached: there is no way to its network.`,
  EPROTO: (host) => `${host} does not speak TLS as expected; is its URL one of http:// rather than https://?`,
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|CRL|ALTNAME|HOSTNAME_MISMATCH/

/** A failure of the network in words for people; the failure itself becomes the cause. Our own errors stay as they are. */
export function inWords(error: Error, url: string): Error {
  const code = codeOf(error)
  if (code === null) return error
  const { host, hostname } = new URL(url)
  const words = WORDS[code]
  if (words)
    return new Error(words(code.startsWith('E') && /NOTFOUND|AGAIN/.test(code) ? hostname : host), { cause: error })
  if (CERTIFICATE.test(code)) {
    return new Error(`The certificate of ${host} cannot be trusted: ${error.message} (${code}).`, { cause: error })
  }
  if (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) {
    return new Error(`No TLS connection to ${host} could be made (${code}).`, { cause: error })
  }
  if (code.startsWith('HPE_')) {
    return new Error(`The answer of ${host} cannot be read as HTTP: ${error.message}.`, { cause: error })
  }
  return new Error(`The request to ${host} failed: ${error.message} (${code}).`, { cause: error })
}

/** Where several addresses were tried, each failed with an error of its own: the first stands for all. */
function codeOf(error: Error): string | null {
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0])
  return null
}
