// The form that brings a base: the base itself, and with it that this map is drawn on it.
import { newId } from '../../../kernel/id.ts'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import type { NewFile } from '../../../platform/browser/sync/uploads.ts'
import { type AddBase, addBase, changeMap, type MapRow } from '../map.ts'
import { whyNotAddBase } from '../rules.ts'
import { mapPath, says, t, todayAt } from '../words.browser.ts'

type Brought = Pick<AddBase, 'kind' | 'rings' | 'fixes'>

/** What was chosen is in `brought` and `file`, made anew each time; a file that was chosen stays no longer than the screen. */
export function useBaseForm(place: string, map: MapRow, brought: Brought, file: NewFile | null) {
  const view = usePlaceView()
  const base = mapPath(place, map.id)
  const sent = file && {
    ...{ id: file.id, bytes: file.bytes, sha256: file.sha256 },
    mediaType: file.mediaType as NonNullable<AddBase['file']>['mediaType'],
  }
  const form = useCommandForm({
    ...{ place, screen: null, says, command: addBase },
    start: () => ({ id: newId(), name: '', source: '' }),
    input: ({ id, name, source }) => ({
      ...{ id, name: name.trim(), source: source.trim(), on: todayAt(place), ...brought, file: sent },
    }),
    rules: (input) => whyNotAddBase(view, input, todayAt(place)),
    fieldOf: (path) => path.replace(/^(rings|fixes|file)\..*/, '$1').replace(/^(rings|fixes)$/, 'file'),
    give: (phone, input, taken) => phone.give(addBase, place, input, { ...taken, files: file ? [file] : [] }),
    saved: t('base.saved'),
    to: base,
  })
  const save = () =>
    form.save({
      also: async (phone) => {
        if (map.state !== 'open') return
        const changes = { base: form.draft.id }
        await phone.give(changeMap, place, { id: map.id, basedOn: map.version, changes })
      },
    })
  return { form, save }
}
