// What is read of a body: only what its door takes, and no deeper than anything of ours is.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused, refuse } from '../../../kernel/refusal.ts'

/** Lists and objects within each other. The deepest input of ours, a definition of a programme, has eight. */
export const deepest = 40
/** Bytes of a body that anybody may send, where a door says nothing else. */
export const publicMost = 16_384

export const json = ['application/json'] as const
/** Read by its own handler, not by a parser. */
const streamed = ['application/offset+octet-stream', 'multipart/form-data', 'text/xml', 'application/xml']

const codeOf = (sign: string) => sign.charCodeAt(0)
const [quote, backslash] = [codeOf('"'), codeOf('\\')]
/** How each sign changes the depth, where it is not within a word. */
const steps = new Int8Array(128)
for (const sign of '[{') steps[codeOf(sign)] = 1
for (const sign of ']}') steps[codeOf(sign)] = -1

/** Whether a JSON text goes deeper than it may; one look at each sign, before anything is made of it. */
export function isTooDeep(text: string, most = deepest): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === quote) quoted = !quoted
    else if (quoted) at += sign === backslash ? 1 : 0
    else depth += steps[sign] ?? 0
    if (depth > most) return true
  }
  return false
}

const tooDeep = () => Object.assign(new Refused([refuse('platform.too-deep')]), { statusCode: 400 })

export function readBodies(app: FastifyInstance): void {
  app.addContentTypeParser(streamed, (_request, _payload, done) => done(null))
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (isTooDeep(body as string)) done(tooDeep())
    else void parse(request, body as string, done)
  })
}

export const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** The type of what is sent, without its parameters; null where nothing is. */
function typeOf(request: FastifyRequest): string | null {
  if (!hasBody(request)) return null
  return (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** Whether a door takes what is sent. */
export const takesType = (accepts: readonly string[], request: FastifyRequest): boolean => {
  const type = typeOf(request)
  return type === null || accepts.includes(type)
}
