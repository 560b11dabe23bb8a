// How the demonstration is told: commands of real accounts through the real door, each at its own day, so that log,
// feed, facts and files are what they would be had the village worked with Rembug all along.
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Command } from '../../kernel/command.ts'
import { addDays } from '../../kernel/day.ts'
import { districtOf } from '../../kernel/place-code.ts'
import type { Actor, Services } from '../../platform/server/capability.ts'
import { markStored } from '../../platform/server/files.ts'
import { filePath } from '../../platform/server/http/file-routes.ts'
import type { Intake } from '../../platform/server/intake.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import { demoId } from './ids.ts'

export type DemoFile = {
  id: string
  mediaType: 'image/png' | 'application/pdf'
  bytes: number
  sha256: string
}

export class Story {
  readonly #intake: Intake
  readonly #services: Services
  readonly #today: string
  readonly place: string
  #count = 0
  constructor(intake: Intake, services: Services, today: string, place: string) {
    this.#intake = intake
    this.#services = services
    this.#today = today
    this.place = place
  }

  /** An id of this place by its words. */
  id(...words: readonly (string | number)[]): string {
    return demoId(this.place, ...words)
  }

  /** The day so many days from the day the demonstration was loaded; the past is negative. */
  day(offset: number): string {
    return addDays(this.#today, offset)
  }

  /** Gives a command at a clock time (WIB, as all places of the demonstration) of a day. Throws when it is refused. */
  async give<Input>(
    who: Actor,
    command: Command<Input>,
    input: NoInfer<Input>,
    offset: number,
    clock = '09:00',
  ): Promise<unknown> {
    this.#count += 1
    const at = new Date(`${this.day(offset)}T${clock}:00+07:00`)
    const outcome = await this.#intake.take(
      who,
      {
        id: demoId('command', this.place, this.#count),
        name: command.name,
        version: command.version,
        place: this.place,
        at: at.toISOString(),
        device: who.device,
        input,
      },
      new Date(at.getTime() + 45_000),
    )
    if ('seq' in outcome) return outcome.answer
    throw new Error(`demo: ${command.name} at ${this.place} was refused: ${JSON.stringify(outcome.refusals)}`)
  }

  /** Describes a file that a command will announce; `keepFile` lays it down afterwards. */
  file(name: string, mediaType: DemoFile['mediaType'], content: Buffer): DemoFile {
    return {
      id: this.id('file', name),
      mediaType,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    }
  }

  /** Lays down a file that a command has announced, as an upload that arrived whole would. */
  async keepFile(who: Actor, file: DemoFile, content: Buffer, offset: number): Promise<void> {
    const path = filePath(this.#services.dataFolder, this.place, file.id)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeFile(path, content, { mode: 0o600, flush: true })
    const at = new Date(`${this.day(offset)}T20:00:00+07:00`)
    await inPlace(this.#services.db, this.place, who.account, (tx) =>
      markStored(tx, districtOf(this.place), this.place, file.id, at),
    )
  }
}
