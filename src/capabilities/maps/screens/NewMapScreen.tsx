// A map is begun: its kind and its title.
import { useSearch } from 'wouter'
import { newId } from '../../../kernel/id.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { runningIn } from '../../programmes/serving.ts'
import { mapsIn } from '../looking.ts'
import { openMap } from '../map.ts'
import { whyNotOpen } from '../rules.ts'
import { mapPath, says, t, todayAt, words } from '../words.browser.ts'

export default function NewMapScreen({ place }: ScreenProps) {
  const view = usePlaceView()
  const search = new URLSearchParams(useSearch())
  const kinds = runningIn(view).flatMap(({ row, programme }) =>
    programme.kinds.maps.map((kind) => ({
      value: `${row.id} ${kind.id}`,
      label: words(kind.title),
      group: words(programme.title),
    })),
  )
  const wanted = `${search.get('pendaftaran')} ${search.get('jenis')}`
  const titleOf = (value: string) => kinds.find((each) => each.value === value)?.label ?? ''
  const form = useCommandForm({
    ...{ place, screen: 'maps.open', record: wanted, says, command: openMap },
    start: () => {
      const known = kinds.some((each) => each.value === wanted)
      return { id: newId(), kind: known ? wanted : '', title: known ? titleOf(wanted) : '' }
    },
    input: ({ id, kind, title }) => {
      const [enrolment = '', name = ''] = kind.split(' ')
      return { id, enrolment, kind: name, title: title.trim(), on: todayAt(place), base: null }
    },
    rules: (input, _, faults) => (faults.length > 0 ? [] : whyNotOpen(view, input, todayAt(place))),
    fieldOf: (path) => (path === 'enrolment' ? 'kind' : path),
    saved: t('new.saved'),
    to: ({ id }) => mapPath(place, id, 'gambar'),
  })
  const [enrolment = '', kindName = ''] = form.draft.kind.split(' ')
  const drawing = mapsIn(view, enrolment, kindName).find((each) => each.state === 'open')
  const choose = (kind: string) => form.set({ kind, title: form.draft.title || titleOf(kind) })
  return (
    <Page title={t('new.title')} back={{ href: `/d/${place}/peta`, label: t('maps.back') }} width="narrow">
      <CommandForm form={form} submit={t('new.save')} cancel={`/d/${place}/peta`}>
        <SelectField
          {...form.field('kind', t('new.kind'))}
          onChange={choose}
          emptyLabel={t('new.choose')}
          options={kinds}
        />
        {drawing && <Notice tone="warn">{t('new.being-drawn', { title: drawing.title })}</Notice>}
        <TextField {...form.field('title', t('new.name'))} maxLength={120} />
      </CommandForm>
    </Page>
  )
}
