// Pictures and scans of the demonstration: drawn here, so that nobody's photograph is needed.
import { crc32, deflateSync } from 'node:zlib'
import { chances } from './ids.ts'

const width = 640
const height = 400

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const frame = Buffer.alloc(8 + body.length)
  frame.writeUInt32BE(data.length, 0)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc32(body), 4 + body.length)
  return frame
}

type Colour = readonly [number, number, number]
const sky: Colour = [236, 226, 204]
const hills: readonly Colour[] = [
  [150, 175, 150],
  [105, 140, 110],
  [62, 98, 76],
]

/** A landscape of hills as PNG: another one for each name. */
export function landscape(name: string): Buffer {
  const chance = chances(`picture:${name}`)
  const ridges = hills.map((colour, i) => ({
    colour,
    base: 190 + i * 60,
    wave: 40 + chance(60),
    shift: chance(400),
  }))
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const front = ridges.findLast(({ base, wave, shift }) => y > base + Math.sin((x + shift) / wave) * 24)
      const [red, green, blue] = front?.colour ?? sky
      const at = y * (1 + width * 3) + 1 + x * 3
      rows[at] = red
      rows[at + 1] = green
      rows[at + 2] = blue
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** One F4 page (215 x 330 mm) that says what it stands for. ASCII only. */
export function scan(lines: readonly string[]): Buffer {
  const text = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj 0 -22 Td`).join(' ')
  const stream = `BT /F1 14 Tf 60 850 Td ${text} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 609 935] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let page = '%PDF-1.4\n'
  const starts = objects.map((body, i) => {
    const start = page.length
    page += `${i + 1} 0 obj\n${body}\nendobj\n`
    return start
  })
  const table = page.length
  const entries = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  page += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  page += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(page, 'latin1')
}
