// Ids are UUIDv7, made by whoever creates the record: sortable by time, and no server is needed to make one.

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += pairs[byte]
  return text
}

// Asking for random bytes costs more than the bytes: they are asked for by the dozen, and each is used once.
const idBytes = 16
const drawn = new Uint8Array(64 * idBytes)
let next = drawn.length

function random(): Uint8Array {
  if (next === drawn.length) {
    crypto.getRandomValues(drawn)
    next = 0
  }
  next += idBytes
  return drawn.slice(next - idBytes, next)
}

let lastMs = 0
let counter = 0

/** A new UUIDv7 (RFC 9562). Ids made by one device are strictly increasing, even within a millisecond. */
export function newId(now: number = Date.now()): string {
  const bytes = random()
  if (now > lastMs) {
    lastMs = now
    counter = ((bytes[6] as number) << 4) & 0x7ff
  } else {
    counter += 1
    if (counter > 0xfff) {
      lastMs += 1
      counter = 0
    }
  }
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(lastMs / 2 ** (8 * (5 - i))) % 256
  bytes[6] = 0x70 | (counter >> 8)
  bytes[7] = counter & 0xff
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f)
  const text = hex(bytes)
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  )
}

export const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
