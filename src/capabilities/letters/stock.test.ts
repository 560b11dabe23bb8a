// Any order of asking for numbers, giving them without a line, sending, and sending again, on several phones.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, type Person, testHouse, type Village } from '../../apps/server/village.testing.ts'
import { today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { letterRow } from './apply.ts'
import { type Block, type Issue, issue, type Letter, type Reserve, reserve } from './letter.ts'
import { type Letterhead, setLetterhead } from './letterhead.ts'
import { headInput, letterInput } from './letters.testing.ts'
import { lettersServer } from './server.ts'
import { chooseNumber, stockLeft } from './stock.ts'

let house: House
beforeAll(async () => {
  house = await testHouse([lettersServer])
})
afterAll(() => house.close())

const now = today()
const year = Number(now.slice(0, 4))
const of = { series: 'village', year }

/** A phone as the field app works: a copy of the rows, an outbox, and its own marks. */
class TestPhone {
  blocks: Block[] = []
  letters: Letter[] = []
  marks: Record<string, number> = {}
  outbox: { id: string; at: Date; letter: Issue }[] = []
  sent: { id: string; at: Date; letter: Issue }[] = []
  asked: { id: string; at: Date; input: Reserve }[] = []
  printed: string[] = []
  readonly person: Person
  readonly head: Letterhead
  constructor(person: Person, head: Letterhead) {
    this.person = person
    this.head = head
  }
  get holder() {
    return { device: this.person.actor.device, account: this.person.actor.account }
  }
  async pull() {
    this.blocks = await this.person.rows<Block>('letters.block')
    this.letters = await this.person.rows<Letter>('letters.letter')
  }
  get seen(): Letter[] {
    return [...this.letters, ...this.outbox.map(({ letter }) => this.row(letter))]
  }
  row(letter: Issue): Letter {
    return letterRow(letter, this.head, letter.numbered?.number ?? null)
  }
  async ask(count: number) {
    const input: Reserve = { id: newId(), device: this.holder.device, office: 'village', ...of, count }
    this.marks[input.id] = 0
    const asked = { id: newId(), at: new Date(), input }
    this.asked.push(asked)
    await this.person.give(reserve, input, asked)
    await this.pull()
  }
  write() {
    const chosen = chooseNumber({ blocks: this.blocks, letters: this.seen }, of, this.holder, this.marks)
    if (chosen) this.marks[chosen.block] = chosen.number
    const numbered = chosen && { ...chosen, device: this.holder.device }
    const letter = letterInput(this.head.id, { date: now, numbered })
    if (numbered) this.printed.push(this.row(letter).text as string)
    this.outbox.push({ id: newId(), at: new Date(), letter })
  }
  /** The first unsent letter is thrown away, though it may have been printed. */
  discard() {
    this.outbox.shift()
  }
  async send(answersLost: boolean) {
    for (const entry of [...this.outbox]) {
      const { letter, ...envelope } = entry
      const answer = await this.person.give(issue, letter, envelope)
      expect(answer.status).toBe(200)
      if (answersLost) return
      this.outbox.shift()
      this.sent.push(entry)
    }
    await this.pull()
  }
  async resend() {
    for (const { letter, ...envelope } of this.sent.slice(-2)) {
      const answer = await this.person.give(issue, letter, envelope)
      expect(answer.body).toMatchObject({ status: 'before' })
    }
    for (const { input, ...envelope } of this.asked.slice(-1))
      expect((await this.person.give(reserve, input, envelope)).body).toMatchObject({ status: 'before' })
  }
}

const step = fc.record({
  phone: fc.nat(2),
  what: fc.oneof(
    { weight: 2, arbitrary: fc.constant('ask' as const) },
    { weight: 6, arbitrary: fc.constant('write' as const) },
    { weight: 3, arbitrary: fc.constant('send' as const) },
    { weight: 1, arbitrary: fc.constant('send-lost' as const) },
    { weight: 1, arbitrary: fc.constant('resend' as const) },
    { weight: 1, arbitrary: fc.constant('discard' as const) },
  ),
  count: fc.integer({ min: 1, max: 3 }),
})

async function walk(phone: TestPhone, { what, count }: { what: string; count: number }): Promise<void> {
  if (what === 'ask') await phone.ask(count)
  else if (what === 'write') phone.write()
  else if (what === 'send') await phone.send(false)
  else if (what === 'send-lost') await phone.send(true)
  else if (what === 'resend') await phone.resend()
  // A letter whose sending got through but whose answer was lost cannot be thrown away unseen; it is resent.
  else if (phone.outbox.length > 0 && !phone.letters.some((each) => each.id === phone.outbox[0]?.letter.id))
    phone.discard()
}

async function phonesOf(village: Village): Promise<TestPhone[]> {
  const input = headInput()
  const people = [village.as('facilitator'), village.as('board-secretary'), village.as('village-head')]
  await people[0]?.give(setLetterhead, input)
  const { basedOn: _, ...head } = input
  return people.map((person) => new TestPhone(person, { ...head, version: 1 }))
}

test('no order of events on three phones gives one number to two letters, on paper or in the book', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const phones = await phonesOf(house.village())
      for (const each of steps) await walk(phones[each.phone] as TestPhone, each)
      for (const phone of phones) await phone.send(false)
      const printed = phones.flatMap((phone) => phone.printed)
      expect(new Set(printed).size).toBe(printed.length)
      const first = phones[0] as TestPhone
      await first.pull()
      const numbers = first.letters.map((letter) => letter.number)
      expect(new Set(numbers).size).toBe(numbers.length)
      expect(new Set(first.letters.map((letter) => letter.text)).size).toBe(numbers.length)
      const [lost, book] = [new Set(printed), first.letters.map((letter) => letter.text)]
      for (const phone of phones)
        for (const { letter } of phone.sent.filter((entry) => entry.letter.numbered))
          expect(lost.has(phone.row(letter).text as string) && book.includes(phone.row(letter).text)).toBe(
            true,
          )
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('an exhausted block leaves a draft, which the server numbers', async () => {
  const [phone] = (await phonesOf(house.village())) as [TestPhone]
  await phone.ask(2)
  for (let n = 0; n < 3; n++) phone.write()
  expect(phone.seen.map((letter) => [letter.state, letter.number])).toEqual([
    ['issued', 1],
    ['issued', 2],
    ['draft', null],
  ])
  await phone.send(false)
  expect(phone.letters.map((letter) => [letter.state, letter.number])).toEqual([
    ['issued', 1],
    ['issued', 2],
    ['issued', 3],
  ])
})

test('a copy made anew does not touch the blocks of the copy that was lost', async () => {
  const [phone] = (await phonesOf(house.village())) as [TestPhone]
  await phone.ask(5)
  const rows = { blocks: phone.blocks, letters: [] }
  expect(stockLeft(rows, of, phone.holder, phone.marks)).toBe(5)
  expect(chooseNumber(rows, of, phone.holder, {})).toBeNull()
  expect(chooseNumber(rows, of, { ...phone.holder, account: 'another' }, phone.marks)).toBeNull()
  expect(chooseNumber(rows, { ...of, year: year + 1 }, phone.holder, phone.marks)).toBeNull()
})
