// The library of forms: what holds at a place, one form with its questions, and taking one out of the list.
import { covers } from '../../../kernel/place-code.ts'
import { Refused, refuseField, refuseIfAny } from '../../../kernel/refusal.ts'
import { answer, handle } from '../../../platform/server/capability.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { type FormLine, formCollection, formDetail, listForms, retireForm } from './form.ts'
import { whyNotRetire } from './form-rules.ts'
import { formStore } from './store-form.ts'

/** A form that holds at the place, or was brought somewhere below it. */
export async function formAt(tx: Tx, place: string, id: string): Promise<FormLine> {
  const line = await formStore(tx).line(id)
  const seen = line && (covers(line.place, place) || covers(place, line.place))
  if (!seen) throw new Refused([refuseField('form', 'surveys.no-such-form')])
  return line
}

export const formCommands = [
  handle(retireForm, async ({ input, tx, place, changes }) => {
    const line = await formAt(tx, place, input.form)
    refuseIfAny(whyNotRetire(line, place))
    await formStore(tx).retire(line.id)
    // Phones of this place hold it if a survey here was opened with it; elsewhere they are told by the list.
    changes[line.used ? 'touch' : 'keep'](formCollection, line.id)
  }),
]

export const formQueries = [
  answer(listForms, async ({ tx, place }) => ({ forms: (await formStore(tx).holding(place)) as never[] })),
  answer(formDetail, async ({ input, tx, place }) => {
    const line = await formAt(tx, place, input.form)
    const [row] = await formStore(tx).rows([line.id])
    return {
      line: line as never,
      model: row?.model,
      warnings: [...(row?.warnings ?? [])],
      files: [...(row?.files ?? [])],
    }
  }),
]
