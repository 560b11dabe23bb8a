import { expect, test } from 'vitest'
import { windowTitle } from './window-title.ts'

const menu = [
  { href: '/d/34.71.04.1001', label: 'Beranda' },
  { href: '/d/34.71.04.1001/warga', label: 'Warga' },
  { href: '/', label: 'Desa saya' },
  { href: '/akun', label: 'Akun saya' },
  { label: 'Kunci' },
]
test.each([
  ['/d/34.71.04.1001', 'Beranda · Rembug'],
  ['/d/34.71.04.1001/warga/018f/ubah', 'Warga · Rembug'],
  ['/d/34.71.04.1001/keluarga/018f', 'Beranda · Rembug'],
  ['/akun', 'Akun saya · Rembug'],
  ['/', 'Rembug'],
  ['/undangan', 'Rembug'],
])('at %s the window says %s', (at, title) => {
  expect(windowTitle('Rembug', menu, at)).toBe(title)
})
