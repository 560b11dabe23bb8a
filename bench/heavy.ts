// How long a cheap command waits while heavy files come in elsewhere: four people import a form of 3,000 questions each, again and
// again, and a fifth plans meetings in another village. Goal: p99 within 3 times of what it is when all is quiet, in the same run.
// Run: node scripts/node.mjs bench/heavy.ts        DATABASE_URL adds PostgreSQL.
import { importForm } from '../src/capabilities/surveys/library/form.ts'
import { newId } from '../src/kernel/id.ts'
import { writeWorkbook } from '../src/xlsform/write-workbook.ts'
import { plannings, shot } from './cheap.ts'
import { benchHouse, type Engine, engines, envelope, ratio, type Signed } from './house.ts'
import { fire } from './load.ts'
import { runAsShipped } from './shipped.ts'

runAsShipped()

const each = Number(process.env.BENCH_COMMANDS ?? 600)
const questions = 3000
const filesEach = 12
const quietPlace = '34.71.04.1001'
const busyPlaces = ['34.71.04.1002', '34.71.04.1003', '34.71.05.1001', '34.71.05.1002']

const workbook = async (version: string): Promise<string> => {
  const asked = Array.from({ length: questions }, (_, n) => [
    ...['integer', `q${n}`, `Pertanyaan ${n}`, n > 0 ? `\${q${n - 1}} > ${n % 7}` : ''],
    '. >= 0 and . <= 120',
  ])
  const made = await writeWorkbook({
    sheets: [
      { name: 'survey', rows: [['type', 'name', 'label', 'relevant', 'constraint'], ...asked] },
      {
        name: 'settings',
        rows: [
          ['form_title', 'form_id', 'version'],
          ['Besar', `besar-${version}`, version],
        ],
      },
    ],
  })
  return Buffer.from(made).toString('base64')
}

async function measure(engine: Engine): Promise<void> {
  const bench = await benchHouse(engine)
  const planner = await bench.signIn([{ role: 'facilitator', place: quietPlace }])
  const plan = (count: number) =>
    fire({ address: bench.address, atOnce: 1, shots: plannings(count, quietPlace, planner) })
  // Written before: what makes them must not run beside what is measured.
  const files: Record<string, string[]> = {}
  for (const place of busyPlaces)
    files[place] = await Promise.all(Array.from({ length: filesEach }, (_, n) => workbook(`${place}-${n}`)))
  let brought = 0
  let going = true
  const bring = async (place: string, who: Signed) => {
    for (const file of files[place] ?? []) {
      if (!going) return
      const input = { id: newId(), fileName: 'besar.xlsx', workbook: file, kinds: [] }
      const shots = [shot(importForm.name, envelope(importForm, place, input), who, brought)]
      await fire({ address: bench.address, atOnce: 1, shots })
      brought += 1
    }
  }
  await plan(100)
  const quiet = await plan(each)
  const people: Signed[] = []
  for (const place of busyPlaces) people.push(await bench.signIn([{ role: 'facilitator', place }]))
  const bringing = busyPlaces.map((place, n) => bring(place, people[n] as Signed))
  const busy = await plan(each)
  going = false
  await Promise.all(bringing)
  console.log(`\n${engine}: ${each} commands, meanwhile ${brought} forms of ${questions} questions came in`)
  console.table({
    quiet: { 'p50 ms': quiet.p50.toFixed(1), 'p99 ms': quiet.p99.toFixed(1) },
    'four imports': {
      ...{ 'p50 ms': busy.p50.toFixed(1), 'p99 ms': busy.p99.toFixed(1) },
      'p99 to quiet (goal 3)': ratio(busy.p99, quiet.p99),
    },
  })
  await bench.close()
}

for (const engine of engines) await measure(engine)
