// Kinds of letters that every village writes, beside those that its programme declares (kinds.letters).
import type { Text } from '../../kernel/text.ts'

export type CommonKind = {
  title: Text
  /** Short code for numbers and series of this kind. */
  code: string
  classification: string
}

export const commonKinds: Readonly<Record<string, CommonKind>> = {
  invitation: { title: ['Undangan', 'Invitation'], code: 'UND', classification: '000.1.5' },
  minutes: { title: ['Berita acara', 'Minutes'], code: 'BA', classification: '000.1.5' },
  assignment: { title: ['Surat tugas', 'Letter of assignment'], code: 'ST', classification: '100.3.5' },
  notice: { title: ['Pengumuman', 'Public notice'], code: 'PENG', classification: '400.10.2' },
  cover: { title: ['Surat pengantar', 'Cover letter'], code: 'SP', classification: '400.10.2' },
  general: { title: ['Surat lain', 'Other letter'], code: 'S', classification: '400.10.2' },
}

/** What a kind without its own entry is numbered under: those that programmes declare. */
export const programmeKind = { code: 'PRG', classification: '400.10.2' } as const

export const isCommonKind = (kind: string): boolean => Object.hasOwn(commonKinds, kind)
