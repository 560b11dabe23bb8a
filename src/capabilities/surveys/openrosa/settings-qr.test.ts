import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { settingsQr } from './settings-qr.ts'

test('the QR code is base64 of zlib of JSON with general, admin and project, as Collect unpacks it', async () => {
  const secret = 's'.repeat(43)
  const text = await settingsQr({
    origin: 'https://rembug.example.id/',
    secret,
    project: 'Tegal Panggung',
    language: 'id',
  })
  const { general, admin, project } = JSON.parse(inflateSync(Buffer.from(text, 'base64')).toString())
  expect(general).toMatchObject({
    server_url: `https://rembug.example.id/odk/k/${secret}`,
    form_update_mode: 'match_exactly',
    autosend: 'wifi_and_cellular',
    app_language: 'in',
  })
  expect(admin).toEqual({})
  expect(project).toMatchObject({ name: 'Tegal Panggung', icon: 'T' })
  // A code that a cheap camera still reads.
  expect(text.length).toBeLessThan(700)
})
