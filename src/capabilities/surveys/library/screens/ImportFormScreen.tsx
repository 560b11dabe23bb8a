// Bringing in an XLSForm: checked here, mended in Excel, looked over, kept.
import '../../screens/surveys.css'
import { useState } from 'react'
import { newId } from '../../../../kernel/id.ts'
import type { ScreenProps } from '../../../../platform/browser/capability.ts'
import { useGiving } from '../../../../platform/browser/forms/use-giving.ts'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { Loading } from '../../../../platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { RefusalList } from '../../../../platform/browser/ui/feedback/RefusalList.tsx'
import { CheckField } from '../../../../platform/browser/ui/form/CheckField.tsx'
import { FileField } from '../../../../platform/browser/ui/form/FileField.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { FactGrid } from '../../../../platform/browser/ui/records/FactGrid.tsx'
import { questionsOf } from '../../../../xlsform/model.ts'
import { useSent } from '../../screens/use-sent.ts'
import { may, numberText, words } from '../../screens/words.ts'
import { importForm, workbookMost } from '../form.ts'
import { saveExample } from './example-form.ts'
import { FaultTable } from './FaultTable.tsx'
import { FormChanges } from './FormChanges.tsx'
import { l, libraryPath } from './library-words.ts'
import { QuestionTree } from './QuestionTree.tsx'
import { type Checked, useImport } from './use-import.ts'
import { type Kind, useSurveyKinds } from './use-survey-kinds.ts'

const asKilobytes = (bytes: number) => numberText(Math.floor(bytes / 1000))
type Good = Extract<Checked, { state: 'good' }>

function Facts({ model }: Pick<Good, 'model'>) {
  const asked = model.files.filter((file) => !model.made?.includes(file))
  const count = questionsOf(model).filter(({ question }) => question.type !== 'metadata').length
  return (
    <FactGrid
      facts={[
        { label: l('import.form-title'), value: model.title },
        { label: l('import.form-id'), value: model.formId },
        { label: l('import.form-version'), value: model.version },
        { label: l('import.questions'), value: numberText(count) },
        ...(model.languages.length > 1
          ? [{ label: l('import.form-languages'), value: model.languages.join(', ') }]
          : []),
        ...(asked.length > 0 ? [{ label: l('import.files'), value: asked.join(', ') }] : []),
      ]}
    />
  )
}

/** For which surveys of the programmes it is: a survey of a kind takes only forms that were declared for it. */
function Kinds({
  kinds,
  chosen,
  set,
}: {
  kinds: readonly Kind[] | null
  chosen: readonly string[]
  set: (next: string[]) => void
}) {
  if (kinds === null) return <Notice tone="offline">{l('import.kinds-offline')}</Notice>
  if (kinds.length === 0) return null
  return (
    <fieldset className="rb-ticks">
      <legend className="rb-label">{l('import.kinds')}</legend>
      {kinds.map(({ id, title }) => (
        <CheckField
          key={id}
          name={`kind-${id}`}
          label={words(title)}
          checked={chosen.includes(id)}
          onChange={(on) => set(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
        />
      ))}
      <p className="rb-hint">{l('import.kinds-why')}</p>
    </fieldset>
  )
}

function Keep({ place, good }: { place: string; good: Good }) {
  const { give, giving } = useGiving()
  const [form] = useState(newId)
  const [kinds, setKinds] = useState<string[]>([])
  const known = useSurveyKinds(place)
  const [sent, follow] = useSent()
  const input = { id: form, fileName: good.name.slice(0, 200), workbook: good.workbook, kinds }
  const keep = () => void give(async (phone) => follow(await phone.give(importForm, place, input)))
  if (sent.state === 'done')
    return (
      <Notice
        tone="done"
        announce="status"
        title={l('import.done')}
        action={
          <LinkButton href={libraryPath(place, form)} variant="primary">
            {l('import.open')}
          </LinkButton>
        }
      />
    )
  if (sent.state === 'queued')
    return (
      <Notice tone="offline" announce="status" title={l('import.sending')}>
        {l('import.sending-why')}
      </Notice>
    )
  const toOutbox = <LinkButton href="/kotak-keluar">{l('import.to-outbox')}</LinkButton>
  if (sent.state === 'held')
    return (
      <Notice tone="refused" announce="status" title={l('import.held')} action={toOutbox}>
        {l('import.held-why')}
      </Notice>
    )
  return (
    <Stack>
      <RefusalList
        title={l('import.refused')}
        tone="refused"
        announce
        reasons={sent.reasons.map((text) => ({ text }))}
      />
      {sent.state === 'refused' && <div>{toOutbox}</div>}
      <Kinds kinds={known} chosen={kinds} set={setKinds} />
      <div>
        <Button variant="primary" loading={giving} onClick={keep}>
          {l('import.do')}
        </Button>
      </div>
    </Stack>
  )
}

function Outcome({ place, checked }: { place: string; checked: Checked }) {
  if (checked.state === 'checking') return <Loading label={l('import.checking')} shape="rows" />
  if (checked.state === 'too-large')
    return <Notice tone="refused">{l('import.too-large', { most: asKilobytes(workbookMost) })}</Notice>
  if (checked.state === 'none') return null
  const warnings = (
    <FaultTable title={l('import.warnings', { count: checked.warnings.length })} faults={checked.warnings} />
  )
  if (checked.state === 'faulty')
    return (
      <Stack gap={5}>
        <FaultTable
          title={l('import.faults', { count: checked.faults.length })}
          subtitle={l('import.faults-why')}
          faults={checked.faults}
        />
        {checked.warnings.length > 0 && warnings}
      </Stack>
    )
  return (
    <Stack gap={5}>
      <FormChanges place={place} model={checked.model} />
      <Section title={l('import.good')}>
        <Facts model={checked.model} />
        <Keep place={place} good={checked} />
      </Section>
      {warnings}
      <Section title={l('import.preview')} tone="plain">
        <QuestionTree model={checked.model} />
      </Section>
    </Stack>
  )
}

export default function ImportFormScreen({ place: village, params }: ScreenProps) {
  const place = params.area ?? village
  const [checked, take] = useImport()
  const mayImport = may(useRoles(place), importForm)
  const name = checked.state === 'none' ? null : checked.name
  return (
    <Page
      title={l('import.title')}
      subtitle={l('import.why')}
      back={{ href: libraryPath(place), label: l('import.back') }}
    >
      {!mayImport && <Notice tone="info">{l('import.not-you')}</Notice>}
      {mayImport && (
        <Section>
          <FileField
            name="workbook"
            label={l('import.pick')}
            addLabel={l('import.choose')}
            removeLabel={(file) => l('import.remove', { name: file })}
            icon="file"
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            multiple={false}
            files={name === null ? [] : [{ id: 'workbook', name }]}
            onAdd={(files) => take(files[0])}
            onRemove={() => take(undefined)}
          />
          <div>
            <Button variant="link" onClick={() => void saveExample()}>
              {l('import.example')}
            </Button>
          </div>
        </Section>
      )}
      <Outcome key={name} place={place} checked={checked} />
    </Page>
  )
}
