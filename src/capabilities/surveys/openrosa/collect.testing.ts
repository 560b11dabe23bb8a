// ODK Collect as far as a server can tell: its requests over real HTTP, and how it judges the answers.
import { createHash, randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import type { House, Village } from '../../../apps/server/village.testing.ts'
import { newId } from '../../../kernel/id.ts'
import { ok } from '../surveys.testing.ts'
import { deviceRealm, registerDevice } from './device.ts'

export type Device = { id: string; secret: string; keyed: string }
export type Reply = { status: number; text: string; headers: Headers }

const listening = new WeakMap<House, Promise<string>>()
/** The address of the house; it listens from the first question on. */
export function addressOf(house: House): Promise<string> {
  const address = listening.get(house) ?? house.app.listen({ port: 0, host: '127.0.0.1' })
  listening.set(house, address)
  return address
}

/** A device of the village, registered by a facilitator. */
export async function deviceIn(
  house: House,
  village: Village,
  facilitator = village.as('facilitator'),
): Promise<Device> {
  const secret = randomBytes(32).toString('base64url')
  const id = newId()
  await ok(facilitator.give(registerDevice, { id, name: 'Poco C65 Ibu Sri', secret }))
  return { id, secret, keyed: `${await addressOf(house)}/odk/k/${secret}` }
}

const usual = { 'x-openrosa-version': '1.0', date: new Date().toUTCString(), 'accept-language': 'id' }

export async function ask(url: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(url, {
    ...init,
    headers: { ...usual, ...(init.headers as Record<string, string>) },
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

export type File = { name: string; type?: string; bytes: Uint8Array | string }

/** A submission as Collect sends it: the XML first, then files named as in the XML. */
export function send(
  base: string,
  xml: string,
  files: readonly File[] = [],
  more = false,
  headers = {},
): Promise<Reply> {
  const form = new FormData()
  form.append('xml_submission_file', new Blob([xml], { type: 'text/xml' }), 'submission.xml')
  for (const { name, type = 'image/jpeg', bytes } of files)
    form.append(name, new Blob([bytes as BlobPart], { type }), name)
  if (more) form.append('*isIncomplete*', 'yes')
  return ask(`${base}/submission?deviceID=collect%3Aabc`, { method: 'POST', body: form, headers })
}

export const photo = (bytes: number): Buffer =>
  Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), randomBytes(bytes - 10)])

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

/** Answers a challenge as OkHttp does. */
export function digestHeader(
  challenge: string,
  device: Device,
  method: string,
  url: string,
  nc = 1,
  secret = device.secret,
): string {
  const nonce = /nonce="([^"]+)"/.exec(challenge)?.[1] ?? ''
  const { pathname, search } = new URL(url)
  const uri = pathname + search
  const count = nc.toString(16).padStart(8, '0')
  const cnonce = 'abcdef'
  const ha1 = md5(`${device.id}:${deviceRealm}:${secret}`)
  const response = md5(`${ha1}:${nonce}:${count}:${cnonce}:auth:${md5(`${method}:${uri}`)}`)
  return `Digest username="${device.id}", realm="${deviceRealm}", nonce="${nonce}", uri="${uri}", response="${response}", qop=auth, nc=${count}, cnonce="${cnonce}", algorithm=MD5`
}

/** Collect shows the message in both cases, and takes anything but 201 and 202 for a failure. */
export function message(reply: Reply): string {
  expect(reply.headers.get('x-openrosa-version')).toBe('1.0')
  expect(reply.headers.get('content-type')).toBe('text/xml; charset=utf-8')
  const found =
    /<OpenRosaResponse xmlns="http:\/\/openrosa\.org\/http\/response" items="0"><message nature="(\w+)">(.*)<\/message>/.exec(
      reply.text,
    )
  expect(found?.[1]).toBe(reply.status < 300 ? 'submit_success' : 'submit_error')
  return found?.[2] ?? ''
}

export const uuid = (): string => `uuid:${crypto.randomUUID()}`
