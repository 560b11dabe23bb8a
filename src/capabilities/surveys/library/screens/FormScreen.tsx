// One form: what it is, its questions, its files and versions, and everything that can be downloaded of it.
import { AnswerRest } from '../../../../platform/browser/asking/AnswerRest.tsx'
import { useAnswer } from '../../../../platform/browser/asking/use-answer.ts'
import '../../screens/surveys.css'
import { isVillage, nation } from '../../../../kernel/place-code.ts'
import type { ScreenProps } from '../../../../platform/browser/capability.ts'
import { ConfirmCommand } from '../../../../platform/browser/forms/CommandDialog.tsx'
import { usePhoneState, useRows } from '../../../../platform/browser/hooks.tsx'
import { momentText } from '../../../../platform/browser/moment.ts'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { usePlaceName } from '../../../../platform/browser/place-names.ts'
import { SaveButton } from '../../../../platform/browser/stored-files.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { type Task, TaskList } from '../../../../platform/browser/ui/figures/TaskList.tsx'
import { DialogButton } from '../../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { FactGrid } from '../../../../platform/browser/ui/records/FactGrid.tsx'
import { runningWith } from '../../rules.ts'
import { may, said, surveyPath } from '../../screens/words.ts'
import { openSurvey, type SurveyRow, surveyCollection } from '../../survey.ts'
import { type FormDetail, type FormLine, formDetail, retireForm } from '../form.ts'
import { whyNotRetire } from '../form-rules.ts'
import { FaultTable } from './FaultTable.tsx'
import { standingText } from './FormChoice.tsx'
import { FormFiles } from './FormFiles.tsx'
import { choosable, versionsOf } from './form-lines.ts'
import { l, libraryPath } from './library-words.ts'
import { QuestionTree } from './QuestionTree.tsx'
import { useFormLines } from './use-form-lines.ts'

function useForm(place: string, form: string) {
  const { line, entries: outbox } = usePhoneState()
  // Commands about this form leave the outbox: then the server's answer is another one.
  const entries = outbox.filter((each) => each.records.includes(form)).length
  return useAnswer<FormDetail>(formDetail.name, { place, form }, `${line} ${entries}`)
}

function About({ place, line }: { place: string; line: FormLine }) {
  const { sources = [] } = line.about
  const { title: holdsAt } = usePlaceName(line.place)
  return (
    <Section title={l('form.facts')}>
      {line.about.purpose && <p>{said(line.about.purpose)}</p>}
      {line.shipped && <Notice tone="advice">{standingText(line)}</Notice>}
      <FactGrid
        facts={[
          { label: l('form.id'), value: line.formId },
          { label: l('form.version'), value: line.version },
          {
            label: l('form.languages'),
            value: line.languages.filter(Boolean).join(', ') || l('form.one-language'),
          },
          { label: l('form.place'), value: line.place === nation ? l('form.national') : holdsAt },
          { label: l('form.brought'), value: momentText(line.createdAt, place) },
        ]}
      />
      {sources.length > 0 && (
        <div>
          <h3>{l('form.sources')}</h3>
          <ul className="sv-sources">
            {sources.map(({ title, grade }) => (
              <li key={title}>
                {title} <small className="rb-soft">({l(`form.grade-${grade}`)})</small>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  )
}

function Downloads({ place, line }: { place: string; line: FormLine }) {
  const base = `/api/surveys/forms/${line.id}`
  return (
    <Section title={l('form.downloads')}>
      <Cluster>
        {line.hasWorkbook && (
          <SaveButton url={`${base}/workbook`} name={line.fileName}>
            {l('form.workbook')}
          </SaveButton>
        )}
        <SaveButton url={`${base}/xform`} name={line.fileName.replace(/\.\w+$/, '.xml')}>
          {l('form.xform')}
        </SaveButton>
        {isVillage(place) && (
          <LinkButton href={libraryPath(place, `${line.id}/cetak`)} icon="printer">
            {l('form.print')}
          </LinkButton>
        )}
      </Cluster>
    </Section>
  )
}

function Versions({ place, line }: { place: string; line: FormLine }) {
  const { lines } = useFormLines(place)
  const others = versionsOf(lines ?? [], line).filter((each) => each.id !== line.id)
  if (others.length === 0) return null
  const tasks = others.map(
    (each): Task => ({
      id: each.id,
      title: l('lib.version', { version: each.version }),
      status: each.retired ? 'archive' : each.used ? 'running' : 'later',
      statusLabel: l(each.retired ? 'lib.retired' : each.used ? 'lib.used' : 'lib.ready'),
      why: momentText(each.createdAt, place),
      href: libraryPath(place, each.id),
    }),
  )
  return (
    <Section title={l('form.versions')}>
      <TaskList label={l('form.versions')} tasks={tasks} />
    </Section>
  )
}

function Retire({ place, line }: { place: string; line: FormLine }) {
  if (whyNotRetire(line, place).length > 0) return null
  return (
    <div>
      <DialogButton
        variant="danger"
        dialog={(close) => (
          <ConfirmCommand
            {...{ place, command: retireForm, input: { form: line.id } }}
            danger
            title={l('form.retire-sure')}
            submit={l('form.retire')}
            saved={l('form.retired')}
            onClose={close}
          >
            <p>{l('form.retire-why')}</p>
          </ConfirmCommand>
        )}
      >
        {l('form.retire')}
      </DialogButton>
    </div>
  )
}

/** One survey a form runs at a time: where one does, the way leads there, to this version of the form if it fills another. */
function OpenSurvey({ place, line }: { place: string; line: FormLine }) {
  const running = runningWith(useRows<SurveyRow>(surveyCollection), line.formId)
  if (!running)
    return (
      <div>
        <LinkButton variant="primary" icon="plus" href={surveyPath(place, `baru?formulir=${line.id}`)}>
          {l('form.open-survey')}
        </LinkButton>
      </div>
    )
  const same = running.form === line.id
  return (
    <Notice
      tone="info"
      title={l('form.running', { title: running.title })}
      action={
        <LinkButton href={surveyPath(place, running.id, same ? undefined : 'ubah')}>
          {l(same ? 'form.to-survey' : 'form.to-version')}
        </LinkButton>
      }
    >
      {l(same ? 'form.running-same' : 'form.running-other')}
    </Notice>
  )
}

function Shown({ place, told }: { place: string; told: FormDetail }) {
  const { line, model, warnings } = told
  const roles = useRoles(place)
  const mayRetire = may(roles, retireForm)
  const { lines } = useFormLines(place)
  const canOpen = may(roles, openSurvey) && choosable(lines ?? [], null).some(({ id }) => id === line.id)
  return (
    <>
      {isVillage(place) && canOpen && <OpenSurvey place={place} line={line} />}
      <About place={place} line={line} />
      <FormFiles place={place} line={line} />
      <Downloads place={place} line={line} />
      <Versions place={place} line={line} />
      <FaultTable title={l('form.warnings')} faults={warnings} />
      <Section title={l('form.questions')} tone="plain">
        <QuestionTree model={model} />
      </Section>
      {mayRetire && <Retire place={place} line={line} />}
    </>
  )
}

export default function FormScreen({ place: village, params }: ScreenProps) {
  const place = params.area ?? village
  const answer = useForm(place, params.form ?? '')
  const told = answer.value
  return (
    <Page
      title={told?.line.title ?? l('lib.title')}
      back={{ href: libraryPath(place), label: l('form.back') }}
      badge={told?.line.retired && <StatusBadge status="archive" label={l('lib.retired')} />}
    >
      {!told && <AnswerRest answer={answer} label={l('lib.loading')} />}
      {told && <Shown place={place} told={told} />}
    </Page>
  )
}
