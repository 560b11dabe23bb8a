// The doors by which a survey is taken away: files that are streamed, and how far one has come.
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { today } from '../../../kernel/day.ts'
import { idPattern, newId } from '../../../kernel/id.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Actor, Route, Services } from '../../../platform/server/capability.ts'
import { countedBy } from '../tables/asking.ts'
import { onlyStates, rowReaders } from '../tables/selection.ts'
import { conditionsOf } from '../tables/selection-store.ts'
import { type Gate, gateOf, no, parsed, personalIn, rtNames, selectionIn, wordsInFiles } from './gate.ts'
import { geoJson } from './geojson.ts'
import {
  type ExportInput,
  type ExportKind,
  endings,
  exportInput,
  exportKinds,
  personalKinds,
} from './kinds.ts'
import { type Shape, sheetsOf } from './layout.ts'
import { safeName } from './names.ts'
import { odataRoutes } from './odata-routes.ts'
import { writeMedia, writeOriginals } from './originals.ts'
import { Watching } from './progress.ts'
import type { Taking } from './reading.ts'
import { csvFormat, writeTables, xlsxFormat } from './table-files.ts'
import { ZipOut } from './zip-out.ts'

const types: Readonly<Record<ExportKind, string>> = {
  csv: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
  media: 'application/zip',
  xml: 'application/zip',
}

function kindIn(request: FastifyRequest): ExportKind {
  const { kind } = request.params as { kind: string }
  const known = exportKinds.find((each) => each === kind)
  if (!known) throw no(404, refuse('surveys.no-such-export'))
  return known
}

async function shapeOf(gate: Gate, input: ExportInput, personal: boolean): Promise<Shape> {
  const { village, versions, formId } = gate
  return {
    ...{ personal, village, versions, formId },
    words: input.words,
    split: input.split === 'yes',
    separator: input.separator === 'semicolon' ? ';' : ',',
    groups: input.groups === 'yes',
    localPlaces: village ? await rtNames(gate) : new Map(),
    fileWords: input.words === 'names' ? new Map() : await wordsInFiles(gate),
  }
}

function nameOf({ survey, place }: Gate, kind: ExportKind): string {
  const title = safeName(survey.title)
    .normalize('NFKD')
    .replace(/[^\w.-]+/g, '-')
  const what = kind === 'media' || kind === 'xml' || kind === 'csv' ? `-${kind}` : ''
  return `${title || 'survei'}${what}-${today(zoneOf(place))}.${endings[kind]}`
}

/** Starts writing and gives what is to be sent; a fault on the way breaks the file off, so that it is not taken for whole. */
function zipped(write: (zip: ZipOut) => Promise<void>, zip: ZipOut): Readable {
  write(zip).catch((error: unknown) => zip.fail(error instanceof Error ? error : new Error(String(error))))
  return zip.out
}

function streamOf(kind: ExportKind, gate: Gate, shape: Shape, taking: Omit<Taking, 'signal'>): Readable {
  if (kind === 'geojson') {
    const stop = new AbortController()
    const stream = Readable.from(geoJson({ ...taking, signal: stop.signal }, gate.tables, shape), {
      highWaterMark: 2,
    })
    return stream.on('close', () => stop.abort())
  }
  const zip = new ZipOut()
  const of = { ...taking, signal: zip.signal }
  if (kind === 'media') return zipped((out) => writeMedia(of, out), zip)
  if (kind === 'xml') return zipped((out) => writeOriginals(of, out), zip)
  return zipped(
    (out) =>
      writeTables(
        kind === 'csv' ? csvFormat(shape.separator) : xlsxFormat(),
        of,
        sheetsOf(gate.tables, shape),
        out,
      ),
    zip,
  )
}

async function send(
  services: Services,
  watching: Watching,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
) {
  const gate = await gateOf(services, request, actor)
  const kind = kindIn(request)
  const asked = request.method === 'POST' ? request.body : request.query
  const input = parsed(exportInput, asked)
  if (asked === request.query && input.where) throw no(405, refuse('surveys.filter-by-body'))
  const personal = personalIn(gate, input.personal)
  if (!personal && personalKinds.includes(kind)) throw no(422, refuse('surveys.personal-only'))
  const selection = selectionIn(gate, input)
  const shape = await shapeOf(gate, input, personal)
  const { place, account, survey } = gate
  const watched = watching.begin(account, input.watch ?? newId())
  const stream = streamOf(kind, gate, shape, {
    ...{ services, place, account, personal, survey: survey.id },
    conditions: conditionsOf(selection, gate.tables, place),
    what: `surveys.export:${kind}`,
    progress: watched.report,
  })
  stream.on('close', watched.end)
  if (onlyStates(selection)) reply.header('x-rembug-rows', countedBy(survey, selection.states))
  return reply
    .header('content-type', types[kind])
    .header('content-disposition', `attachment; filename="${nameOf(gate, kind)}"`)
    .send(stream)
}

const base = '/api/surveys/:place/:survey'

export function exportRoutes(services: Services): Route[] {
  const watching = new Watching()
  const roles = [...rowReaders]
  const taking: Omit<Route, 'method'> = {
    url: `${base}/export/:kind`,
    roles,
    summary:
      'A survey as a file, streamed: csv (zip, a table for each repeat; separator=semicolon as Excel in Indonesian opens it), xlsx, geojson, media (zip of files), xml (zip of originals). Filters as in surveys.page. Personal answers only with personal=yes, for those who may, and logged.',
    // Each keeps a connection and a core busy for a while.
    perMinute: 30,
    handler: (request, reply, actor) => send(services, watching, request, reply, actor as Actor),
  }
  // Wishes about answers hold what somebody typed: only a body says them.
  const byAddress = `${taking.summary} Wishes about answers (where) are taken by POST alone.`
  return [
    ...odataRoutes(services),
    { ...taking, method: 'POST', reads: true, input: exportInput },
    { ...taking, method: 'GET', summary: byAddress },
    {
      method: 'GET',
      url: `${base}/progress/:watch`,
      roles,
      summary:
        'How far a file has come that this account is taking: rows written, share of the survey passed.',
      handler: async (request, reply, actor) => {
        const { watch = '' } = request.params as { watch?: string }
        const progress = idPattern.test(watch) ? watching.of((actor as Actor).account, watch) : null
        if (!progress) throw no(404, refuse('platform.not-found'))
        return reply.send(progress)
      },
    },
  ]
}
