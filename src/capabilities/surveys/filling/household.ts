// The household that a form is about: chosen in the question that lists the registry's households.
import { type FormModel, questionsOf } from '../../../xlsform/model.ts'
import { nodeAt, type RootNode, type SelectNode } from './nodes.ts'

const householdList = 'keluarga.csv'

/** The first question outside repeats that chooses one household of the registry. */
function householdQuestion(root: RootNode, model: FormModel): SelectNode | null {
  const found = questionsOf(model).find(
    ({ question, repeat }) =>
      repeat === null && question.type === 'select_one' && question.list === householdList,
  )
  const node = found && nodeAt(root, found.question.path)
  return node?.nodeType === 'select' ? node : null
}

export function householdIn(root: RootNode, model: FormModel): string | null {
  const [chosen] = householdQuestion(root, model)?.currentState.value ?? []
  return chosen ?? null
}

/** Chooses the household; false when the form does not ask for one or does not offer this one now. */
export function chooseHousehold(root: RootNode, model: FormModel, household: string): boolean {
  const node = householdQuestion(root, model)
  if (!node?.getValueOption(household)) return false
  node.selectValues([household])
  return node.currentState.value.includes(household)
}
