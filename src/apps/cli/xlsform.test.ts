import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeWorkbook } from '../../xlsform/write-workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'rembug-xlsform-'))

async function written(name: string, list: string, formId: string | null = 'air'): Promise<string> {
  const file = join(folder, name)
  const sheets = [
    {
      name: 'survey',
      rows: [
        ['type', 'name', 'label'],
        [`select_one ${list}`, 'water', 'Air minum dari mana?'],
      ],
    },
    {
      name: 'choices',
      rows: [
        ['list_name', 'name', 'label'],
        ['air', 'sumur', 'Sumur'],
      ],
    },
    {
      name: 'settings',
      rows: [
        ['form_id', 'version'],
        [formId, '1'],
      ],
    },
  ]
  writeFileSync(file, await writeWorkbook({ sheets }))
  return file
}

const rembug = (...words: string[]) =>
  spawnSync(process.execPath, ['src/apps/cli/main.ts', 'xlsform', ...words], {
    encoding: 'utf8',
    env: { ...process.env, REMBUG_DATA: join(folder, 'none') },
  })

test('a form without mistakes becomes an XForm, and no house is opened for it', async () => {
  const out = join(folder, 'air.xml')
  expect(rembug(await written('air.xlsx', 'air'), out).status).toBe(0)
  expect(readFileSync(out, 'utf8')).toContain('<data id="air" version="1">')
  expect(existsSync(join(folder, 'none'))).toBe(false)
})

test('a mistake is told with its sheet, row, column and mend, and nothing is written', async () => {
  const out = join(folder, 'airr.xml')
  const run = rembug(await written('airr.xlsx', 'airr'), out)
  expect(run.status).not.toBe(0)
  expect(run.stderr).toMatch(/survey, baris 2, kolom type: .*airr.*“air”/)
  expect(existsSync(out)).toBe(false)
})

test('a form that names no id has that of its file', async () => {
  const out = join(folder, 'tanpa.xml')
  expect(rembug(await written('Survei air.xlsx', 'air', null), out).status).toBe(0)
  expect(readFileSync(out, 'utf8')).toContain('<data id="Survei_air" version="1">')
})
