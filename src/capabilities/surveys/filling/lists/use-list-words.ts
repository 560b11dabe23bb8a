// What was chosen of lists that stand beside a form, in their words: for those who read what was sent.
import { useEffect, useState } from 'react'
import { usePhone, useRow } from '../../../../platform/browser/hooks.tsx'
import { type Choice, type FormModel, questionsOf } from '../../../../xlsform/model.ts'
import { type FormRow, formCollection } from '../../library/form.ts'
import { formFile } from '../form-files.ts'
import type { FoundLines } from './line-index.ts'
import { ListFiles } from './list-files.ts'

type Lists = FormModel['lists']

/** All texts in what was told: the names that were chosen are among them. */
const textsIn = (told: unknown): string[] =>
  typeof told === 'string'
    ? [told]
    : typeof told === 'object' && told !== null
      ? Object.values(told).flatMap(textsIn)
      : []

const choicesOf = (found: FoundLines | null): Choice[] =>
  (found?.chosen ?? []).map(({ value, label }) => ({
    name: value,
    label: { '': label },
    media: {},
    extra: {},
  }))

async function wordsOf(model: FormModel, files: ListFiles, names: ReadonlySet<string>, told: unknown) {
  const asked = [...new Set(questionsOf(model).flatMap(({ question: { list } }) => list ?? []))]
  const chosen = [...new Set(textsIn(told))]
  const found = asked
    .filter((file) => names.has(file) && /\.csv$/i.test(file))
    .map(async (file): Promise<[string, Choice[]]> => {
      const { value, label } = model.indexed?.find((each) => each.file === file) ?? {
        value: 'name',
        label: 'label',
      }
      return [file, choicesOf(await files.ask(file, { value, label, equal: [], typed: '', most: 0, chosen }))]
    })
  return Object.fromEntries(await Promise.all(found))
}

/** The model with labels for what `told` names; as it was until they are found, or where its files are not here. */
export function useListWords(
  form: string,
  model: FormModel | undefined,
  told: unknown,
): FormModel | undefined {
  const { open } = usePhone()
  const row = useRow<FormRow>(formCollection, form)
  const [lists, setLists] = useState<Lists>({})
  useEffect(() => {
    if (!row || !model) return
    const files = new ListFiles(async (name) => (await formFile(open, row, name))?.arrayBuffer() ?? null)
    wordsOf(model, files, new Set(row.files.map(({ name }) => name)), told)
      .then(setLists, (error: unknown) => console.warn('could not look up the words of a list', error))
      .finally(() => files.close())
  }, [open, row, model, told])
  return model && { ...model, lists: { ...model.lists, ...lists } }
}
