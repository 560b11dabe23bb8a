// The address by which the server was asked, so that what it lists is found by the same way.
import type { FastifyRequest } from 'fastify'

export function askedAt({ protocol, host }: FastifyRequest, publicUrl: string): string {
  const said = `${protocol}://${host}`
  if (!URL.canParse(said)) return publicUrl
  const { origin, host: own } = new URL(said)
  return own === new URL(publicUrl).host ? publicUrl : origin
}
