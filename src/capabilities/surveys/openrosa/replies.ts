// How the door of OpenRosa answers (OpenRosa 1.0 request and response API): headers, messages and lists in XML.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../../../kernel/refusal.ts'
import { fill, type Text } from '../../../kernel/text.ts'
import { isPassing } from '../../../platform/server/database/errors.ts'
import { languageOf } from '../../../platform/server/http/problem.ts'
import { openRosaTexts } from './openrosa-texts.ts'

/** Largest request in bytes, as it is told to the phones: a photo or video in it may be as large, so that none keeps its answers back. */
export const requestMost = 100_000_000

/** Says no at this door, with a status of HTTP. */
export class Turned extends Error {
  readonly status: number
  readonly refusal: Refusal
  constructor(status: number, code: keyof typeof openRosaTexts, facts?: Refusal['facts']) {
    super(code)
    this.status = status
    this.refusal = { code, ...(facts ? { facts } : {}) }
  }
}

export const xmlEscaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The headers that every answer carries; ODK Collect takes an answer without them for a captive portal's. */
export function openRosaHeaders(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.headers({
    'x-openrosa-version': '1.0',
    'x-openrosa-accept-content-length': String(requestMost),
    'content-language': languageOf(request),
    date: new Date().toUTCString(),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
}

const xmlKind = 'text/xml; charset=utf-8'

export function sendXml(request: FastifyRequest, reply: FastifyReply, xml: string): FastifyReply {
  return openRosaHeaders(request, reply).type(xmlKind).send(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`)
}

function sentence(request: FastifyRequest, { code, facts }: Refusal): string {
  const known = (openRosaTexts as Record<string, Text>)[code] ?? openRosaTexts['surveys.odk-failed']
  return fill(known, languageOf(request), facts)
}

/** A message for the enumerator, in the language that the phone asks for. */
export function sendMessage(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  said: Refusal,
): FastifyReply {
  const nature = status < 300 ? 'submit_success' : 'submit_error'
  reply.status(status)
  return sendXml(
    request,
    reply,
    `<OpenRosaResponse xmlns="http://openrosa.org/http/response" items="0"><message nature="${nature}">${xmlEscaped(sentence(request, said))}</message></OpenRosaResponse>`,
  )
}

const statuses: Readonly<Record<string, number>> = {
  'surveys.unknown-form': 404,
  'surveys.unknown-version': 404,
  'surveys.edition-unknown': 404,
  'surveys.survey-closed': 409,
  'surveys.instance-differs': 409,
  'surveys.edition-stale': 409,
  'surveys.device-ended': 403,
  'surveys.xml-too-large': 413,
}

/** The status of a refusal; what nobody names is a malformed request. */
export const statusOf = (refusal: Refusal | undefined): number => statuses[refusal?.code ?? ''] ?? 400

/** Conditions that pass: the phone keeps the submission and comes again. */
export function passes(error: unknown): boolean {
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  return ['platform.disk-full', '53100', 'ENOSPC', 'EDQUOT', 'EMFILE'].includes(code) || isPassing(error)
}
