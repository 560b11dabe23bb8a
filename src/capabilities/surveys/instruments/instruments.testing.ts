// Every shipped instrument read once, and an answer begun in ODK's own engine.
import type { RootNode } from '@getodk/xforms-engine'
import { answer, answerAt, type Files, openXForm } from '../../../xlsform/engine.testing.ts'
import { instrumentFiles, instrumentText } from './load.ts'
import { type CompiledInstrument, readInstrument } from './read.ts'

export const shippedInstruments: ReadonlyMap<string, CompiledInstrument> = new Map(
  instrumentFiles().map((file) => {
    const read = readInstrument(instrumentText(file), file)
    return [read.instrument.about.id, read]
  }),
)

export function shippedInstrument(id: string): CompiledInstrument {
  const found = shippedInstruments.get(id)
  if (!found) throw new Error(`no instrument ${id}`)
  return found
}

/** Two households and one resident of a register, as the village hands them out. */
export const register: Files = {
  'keluarga.csv':
    'name,label,__version,kepala,tempat,tempat_id,jumlah_anggota\r\n' +
    '0190a000-0000-7000-8000-000000000001,Wagiyem,3,Wagiyem,RT 003 RW 002,,4\r\n' +
    '0190a000-0000-7000-8000-000000000002,Sarjono,1,Sarjono,RT 001 RW 002,,2\r\n',
  'warga.csv':
    'name,label,__version,nama,jenis_kelamin,tahun_lahir,keluarga,hubungan,tempat,tempat_id\r\n' +
    '0190b000-0000-7000-8000-000000000001,Wagiyem,3,Wagiyem,perempuan,1950,,kepala_keluarga,RT 003 RW 002,\r\n',
}
export const wagiyem = '0190a000-0000-7000-8000-000000000001'

export const openInstrument = (id: string): Promise<RootNode> =>
  openXForm(shippedInstrument(id).xform, register)

/** Answers by path relative to the root, in their order. */
export function fillIn(root: RootNode, answers: Readonly<Record<string, unknown>>): void {
  for (const [path, value] of Object.entries(answers)) answer(root, `/data/${path}`, value)
}

export const read = (root: RootNode, path: string): string => answerAt(root, `/data/${path}`)

type Node = { nodeType: string; currentState: { reference: string; children?: readonly Node[] | null } }
type List = Node & { addInstances(): unknown }

const isList = (node: Node, path: string): node is List =>
  node.nodeType.startsWith('repeat-range') && node.currentState.reference === path

function listAt(node: Node, path: string): List | null {
  if (isList(node, path)) return node
  for (const child of node.currentState.children ?? []) {
    const found = listAt(child, path)
    if (found) return found
  }
  return null
}

/** Adds lines to a list until it has `count`. */
export function lines(root: RootNode, path: string, count: number): void {
  const list = listAt(root as unknown as Node, `/data/${path}`)
  if (!list) throw new Error(`no list at ${path}`)
  while ((list.currentState.children?.length ?? 0) < count) list.addInstances()
}
