// From a definition as it is written to one as it is used: expressions parsed, orders spelled out.
import { parseCel } from '../../../kernel/cel-parse.ts'
import type { Programme, ProgrammeSource, SignOff, Stage } from '../definition.ts'
import { defaultSignOffs } from '../definition-schema.ts'

type WrittenStage = ProgrammeSource['stages'][number]

const withCel = <T extends { when: string }>(written: T) => ({ ...written, cel: parseCel(written.when) })

/** Waits for what it names, or else for the one written before it. */
const ordered = <T extends { id: string; after?: string[] | undefined }>(list: readonly T[]) =>
  list.map((each, i) => ({
    ...each,
    after: each.after ?? list.slice(Math.max(0, i - 1), i).map(({ id }) => id),
  }))

/** Only for a definition in which nothing was found wrong. */
export function compiled(source: ProgrammeSource): Programme {
  const signOffs = source.signOffs ?? [...defaultSignOffs]
  return { ...source, stages: ordered(source.stages).map((stage) => compiledStage(stage, signOffs)) }
}

function compiledStage(stage: WrittenStage & { after: string[] }, signOffs: SignOff[]): Stage {
  const { refusal, ...rest } = stage
  return {
    ...rest,
    signOffs: stage.signOffs ?? signOffs,
    gates: stage.gates.map(withCel),
    steps: ordered(stage.steps).map((step) => ({ ...step, gates: step.gates.map(withCel) })),
    ...(refusal ? { refusal: withCel(refusal) } : {}),
  }
}
