// The papers in a real browser: their size, their pages, and what must never stand on them.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  build,
  chromiumHere,
  openBrowser,
  pageSizes,
  paperNames,
  printPaper,
  serve,
} from '../../../bench/print-gallery/print.ts'

const chrome = chromiumHere()
const folder = mkdtempSync(join(tmpdir(), 'rembug-papers-'))

function textOf(pdf: Buffer): string | null {
  writeFileSync(join(folder, 'one.pdf'), pdf)
  try {
    return execFileSync('pdftotext', ['-layout', join(folder, 'one.pdf'), '-'], { encoding: 'utf8' })
  } catch {
    return null // poppler is not on this machine
  }
}

describe.skipIf(!chrome)('papers as a browser prints them', () => {
  let browser: Browser
  let server: Server
  let address: string
  beforeAll(async () => {
    build(join(folder, 'built'))
    const served = await serve(join(folder, 'built'))
    server = served.server
    address = served.address
    browser = await openBrowser(chrome as string)
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each(paperNames)('%s is on F4, 215 by 330 mm, on every page', async (name) => {
    const sizes = pageSizes(await printPaper(browser, address, name))
    expect(sizes.length).toBeGreaterThan(0)
    expect(new Set(sizes.map((size) => size.join(' x ')))).toEqual(new Set(['215 x 330']))
  })

  test('the same paper prints on A4 when that is what the office has', async () => {
    const sizes = pageSizes(await printPaper(browser, address, 'minutes', 'a4'))
    expect(new Set(sizes.map((size) => size.join(' x ')))).toEqual(new Set(['210 x 297']))
  })

  test('sixty names fill three pages, with the head of the table and the page on each', async () => {
    const pdf = await printPaper(browser, address, 'attendance')
    expect(pageSizes(pdf)).toHaveLength(3)
    const text = textOf(pdf)
    if (text === null) return
    expect(text.match(/Unsur\/Jabatan/g)).toHaveLength(3)
    for (const page of [1, 2, 3]) expect(text).toContain(`Halaman ${page} dari 3`)
    expect(text).toMatch(/Jumlah yang hadir 60 \(enam puluh\) orang/)
    expect(text.toLowerCase()).not.toContain('miskin')
  })

  test('two invitations share a page with a line to cut along, and their signatures are whole', async () => {
    const pdf = await printPaper(browser, address, 'invitation-2')
    expect(pageSizes(pdf)).toHaveLength(2)
    const text = textOf(pdf)
    if (text === null) return
    const [first = ''] = text.split('\f')
    expect(first.match(/NIP 19750412/g)).toHaveLength(2)
    expect(first.match(/Dengan hormat/g)).toHaveLength(2)
  })

  test('seventeen residents sign in a list, and nothing of the screen comes along', async () => {
    const pdf = await printPaper(browser, address, 'minutes-17')
    const text = textOf(pdf)
    if (text === null) return
    expect(text).toMatch(/17\s+/)
    expect(text).not.toMatch(/\b18\./)
    expect(text).toContain('Mengetahui')
    expect(text).not.toContain('Cetak')
  })
})
