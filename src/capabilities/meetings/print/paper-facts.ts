// What a meeting's papers say, worked out from its rows. Pure. Paper is always Indonesian.
import { fullDay, longDay, today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { namedTogether, openingDay, spelled } from '../../../kernel/spelled.ts'
import type { Attendance, Tally } from '../attendance.ts'
import { endsNextDay } from '../checks.ts'
import { hasDecided } from '../deciding.ts'
import type { Meeting } from '../meeting.ts'

/** What the papers need to know beside the meeting's own rows. */
export type PaperSetting = {
  /** The code of the village: which day an instant was is a matter of its zone. */
  place: string
  /** "Kelurahan Tegal Panggung". */
  village: string
  /** WIB, WITA or WIT. */
  zone: string
  /** Titles of the programmes that it counts for, its own first; none for a general meeting. */
  programmes: readonly string[]
  /** Titles of elements by id, Indonesian. */
  elements: ReadonlyMap<string, string>
  /** What other programmes asked of it, and what it answered them. */
  others: readonly (Asked & { programme: string; decision: Meeting['decision'] })[]
} & Asked

type Asked = {
  /** Titles of the options of the kind's decision by id. */
  options: ReadonlyMap<string, string>
  /** The question the kind of meeting decides. */
  question: string | null
}

/** " dalam rangka P2KP dan TKPK", or nothing for a general meeting. */
export const programmesText = ({ programmes }: Pick<PaperSetting, 'programmes'>): string =>
  programmes.length > 0 ? ` dalam rangka ${namedTogether(programmes)}` : ''

/** "42 (empat puluh dua)". */
export const counted = (n: number): string => `${n} (${spelled(n)})`

/** "19.30": hours and minutes as Indonesian paper writes them. */
export const clockText = (clock: string): string => clock.replace(':', '.')

export function timeText(meeting: Pick<Meeting, 'start' | 'end'>, zone: string): string {
  const until = meeting.end
    ? `sampai dengan pukul ${clockText(meeting.end)} ${zone}${endsNextDay(meeting) ? ' hari berikutnya' : ''}`
    : `${zone} sampai selesai`
  return `pukul ${clockText(meeting.start)} ${until}`
}

/** How the minutes begin: day, place and time in full. */
export function openingText(meeting: Meeting, setting: PaperSetting): string {
  const about = programmesText(setting)
  const batch = batchText(meeting)
  return (
    `${openingDay(meeting.date)}, bertempat di ${meeting.placeText}, ${setting.village}, ` +
    `${timeText(meeting, setting.zone)}, telah diselenggarakan ${meeting.title}${batch ? ` ${batch}` : ''}${about}` +
    `${meeting.organiser ? ` oleh ${meeting.organiser}` : ''}.`
  )
}

/** What stands under minutes that were put right after the meeting was closed. */
export const amendmentText = (
  { at, reason }: Meeting['amendments'][number],
  { place }: PaperSetting,
): string => `Dibetulkan pada ${longDay(today(zoneOf(place), new Date(at)))}: ${reason}`

/** "angkatan 2 hari ke-3" for a training; empty for a meeting. */
export function batchText(meeting: Pick<Meeting, 'batch' | 'day'>): string {
  const batch = meeting.batch === null ? '' : `angkatan ${meeting.batch}`
  const day = meeting.day === null ? '' : `hari ke-${meeting.day}`
  return [batch, day].filter(Boolean).join(' ')
}

/** Totals in words; poor residents as a number only, never by name. */
export function attendanceText(tally: Tally): string {
  const poor = tally.poor > 0 ? `, di antaranya ${counted(tally.poor)} warga miskin` : ''
  return (
    `Rembug dihadiri oleh ${counted(tally.total)} orang, terdiri atas ${counted(tally.men)} laki-laki dan ` +
    `${counted(tally.women)} perempuan${poor} (daftar hadir terlampir).`
  )
}

/** What says something of a person that stays out of a list of names: poverty, disability, illness. */
const neverBesideAName = /poor|miskin|mbr|disab|difabel|vulnerab|rentan|ppks|pmks|sick|health_status/

/** The elements of a person as they may stand beside the name on a sheet that hangs in an office. */
export function elementsOnPaper(
  attendance: Pick<Attendance, 'elements'>,
  titles: ReadonlyMap<string, string>,
): string {
  return attendance.elements
    .filter((id) => !neverBesideAName.test(id) && id !== 'women')
    .map((id) => titles.get(id))
    .filter((title) => title !== undefined)
    .join(', ')
}

/** Elements present beside what the totals say already, the largest first: "Ketua RT 7 orang". */
export function elementCounts(tally: Tally, titles: ReadonlyMap<string, string>): string[] {
  return Object.entries(tally.elements)
    .filter(([id, n]) => n > 0 && titles.has(id) && id !== 'poor_residents' && id !== 'women')
    .sort(([, a], [, b]) => b - a)
    .map(([id, n]) => `${titles.get(id)} ${n} orang`)
}

/** The decision on the meeting's own question, then those on questions of other programmes. */
export const decisionTexts = (meeting: Meeting, setting: PaperSetting): string[] =>
  [
    decisionText(meeting, setting),
    ...setting.others.map((each) => {
      const text = decisionText(each, each)
      return text && `Untuk ${each.programme}, ${text.charAt(0).toLowerCase()}${text.slice(1)}`
    }),
  ].filter((text) => text !== null)

/** The decision on a question, and how it was reached. */
export function decisionText(meeting: Pick<Meeting, 'decision'>, setting: Asked): string | null {
  const { decision } = meeting
  if (!decision) return null
  const option = setting.options.get(decision.option) ?? decision.option
  const own = decision.text.trim()
  const asked = setting.question ? `Atas pertanyaan “${setting.question}”, rembug` : 'Rembug'
  if (!hasDecided(meeting)) return `${asked} belum memutuskan.${own ? ` ${own}` : ''}`
  const how = decision.consensus ? 'secara mufakat' : votesText(decision.votes)
  return `${asked} ${how} memutuskan: ${option}.${own ? ` ${own}` : ''}`
}

function votesText(votes: NonNullable<Meeting['decision']>['votes']): string {
  if (!votes) return 'dengan pemungutan suara'
  return (
    `dengan pemungutan suara (memilih keputusan ini ${counted(votes.agree)}, menolaknya ${counted(votes.against)}, ` +
    `tidak memilih ${counted(votes.abstain)})`
  )
}

/** Who was there by name and was not taken off again, in the order they came. */
export function namesOnSheet(attendance: readonly Attendance[]): Attendance[] {
  return attendance
    .filter((each) => each.withdrawn === null && each.name !== '')
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
}

/** How many came, as the foot of the list says it: by the names on it, else as heads were counted; null: nobody has said. */
export function presentText(
  meeting: Pick<Meeting, 'closing' | 'headCount'>,
  present: readonly Pick<Attendance, 'sex'>[],
): string | null {
  const women = present.filter(({ sex }) => sex === 'female').length
  const heads = meeting.closing?.tally ?? meeting.headCount
  const named = present.length > 0
  const told = named ? { women, men: present.length - women } : heads
  if (!told) return null
  const how = named ? '' : ', dihitung tanpa dicatat namanya'
  return (
    `Jumlah yang hadir ${counted(told.men + told.women)} orang: laki-laki ${counted(told.men)}, ` +
    `perempuan ${counted(told.women)}${how}.`
  )
}

export const dayLine = (meeting: Pick<Meeting, 'date'>): string => fullDay(meeting.date)
