// A multipart/form-data body that lies in memory, cut into its parts (RFC 7578). Larger ones are streamed.
export type Part = { name: string; fileName: string | null; type: string; bytes: Buffer }

const partsMost = 250
const headersMost = 4096

/** The boundary of a content type, or null when it is no multipart/form-data. */
export function boundaryOf(contentType: string | undefined): string | null {
  if (!contentType || !/^multipart\/form-data\s*;/i.test(contentType)) return null
  const found = /;\s*boundary=(?:"([^"]{1,200})"|([^;\s]{1,200}))/i.exec(contentType)
  return found?.[1] ?? found?.[2] ?? null
}

const percent = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Where a parameter stands in a header: encoded (RFC 5987), or plain; names may be quoted, escaped as browsers do. */
const patternsOf = (name: string) => ({
  encoded: new RegExp(`;\\s*${name}\\*=utf-8''([^;\\s]*)`, 'i'),
  plain: new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]*))`, 'i'),
})
const named = { name: patternsOf('name'), filename: patternsOf('filename') }

function parameter(header: string, name: keyof typeof named): string | null {
  const { encoded, plain } = named[name]
  const coded = encoded.exec(header)
  if (coded) return percent(coded[1] ?? '')
  const found = plain.exec(header)
  if (!found) return null
  return found[1] === undefined
    ? (found[2] ?? '')
    : found[1].replaceAll(/\\(["\\])/g, '$1').replaceAll('%22', '"')
}

/** A file name without folders. */
export const baseName = (name: string): string =>
  name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)

function partOf(head: string, bytes: Buffer): Part | null {
  let disposition = ''
  let type = ''
  for (const line of head.split('\r\n')) {
    const cut = line.indexOf(':')
    const header = line.slice(0, cut).toLowerCase()
    if (header === 'content-disposition') disposition = line.slice(cut + 1)
    else if (header === 'content-type')
      type = line
        .slice(cut + 1)
        .trim()
        .toLowerCase()
  }
  const name = parameter(disposition, 'name')
  if (name === null) return null
  const fileName = parameter(disposition, 'filename')
  return { name, fileName: fileName === null ? null : baseName(fileName), type, bytes }
}

/** The parts in order; null when the body is cut off or is not what its boundary says. */
export function partsOf(body: Buffer, boundary: string): Part[] | null {
  const first = Buffer.from(`--${boundary}`)
  const mark = Buffer.from(`\r\n--${boundary}`)
  let at = body.indexOf(first)
  if (at !== 0 && body.indexOf(mark) !== at - 2) return null
  at += first.length
  const parts: Part[] = []
  for (;;) {
    if (body[at] === 0x2d && body[at + 1] === 0x2d) return parts
    const start = body.indexOf('\r\n', at)
    const headEnd = start < 0 ? -1 : body.indexOf('\r\n\r\n', start)
    if (headEnd < 0 || headEnd - start > headersMost || parts.length >= partsMost) return null
    const end = body.indexOf(mark, headEnd + 2)
    if (end < 0) return null
    const part = partOf(
      body.toString('utf8', start + 2, headEnd),
      body.subarray(Math.min(headEnd + 4, end), end),
    )
    if (part) parts.push(part)
    at = end + mark.length
  }
}
