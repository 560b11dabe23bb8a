// The questionnaire on paper first: for where a phone is no help, or where people want to see every question beforehand.
// A form of a survey here prints without a network; the others are fetched once.

import { useMemo, useState } from 'react'
import { fill, type Language } from '../../../../kernel/text.ts'
import { ask, reach } from '../../../../platform/browser/api.ts'
import { AnswerRest } from '../../../../platform/browser/asking/AnswerRest.tsx'
import { useAsking } from '../../../../platform/browser/asking/use-answer.ts'
import type { ScreenProps } from '../../../../platform/browser/capability.ts'
import { useRow } from '../../../../platform/browser/hooks.tsx'
import { language as screenLanguage, translate } from '../../../../platform/browser/language.ts'
import { usePlaceName } from '../../../../platform/browser/place-names.ts'
import { SelectField } from '../../../../platform/browser/ui/form/SelectField.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { useLetterhead } from '../../../letters/door.browser.tsx'
import { PrintBar, usePaperSize } from '../../../letters/print/PrintBar.tsx'
import type { FormAbout, FormDetail, FormRow } from '../form.ts'
import { formCollection, formDetail } from '../form.ts'
import { BlankForm } from './BlankForm.tsx'
import type { Say } from './BlankList.tsx'
import { blankTexts } from './blank-texts.ts'
import { paperOf } from './paper-form.ts'
import type { SkipPhrases } from './skip-words.ts'

const t = translate(blankTexts)

type Printable = Pick<FormRow, 'title' | 'version' | 'model' | 'xform' | 'about'>
async function fetched(place: string, form: string, signal: AbortSignal): Promise<Printable> {
  const { line, model } = await ask<FormDetail>(formDetail.name, { place, form }, signal)
  const response = await reach(`/api/surveys/forms/${form}/xform`, { signal })
  const xform = response.ok ? await response.text() : ''
  return { title: line.title, version: line.version, about: line.about, model, xform }
}

export default function BlankFormScreen({ place, params }: ScreenProps) {
  const id = params['form'] ?? ''
  const row = useRow<FormRow>(formCollection, id)
  const answer = useAsking<Printable>(row ? null : `${place} ${id}`, (signal) => fetched(place, id, signal))
  const form: Printable | undefined = row ?? answer.value
  return (
    <Page
      title={t('blank.title')}
      subtitle={form?.title}
      back={{ href: `/d/${place}/survei/formulir/${id}`, label: t('blank.back') }}
    >
      {form ? <Paper place={place} form={form} /> : <AnswerRest answer={answer} label={t('blank.loading')} />}
    </Page>
  )
}

/** Which of our two languages a form's language is; unknown ones are taken for Indonesian, as paper is. */
const spoken = (name: string): Language => (/\(en\)|english/i.test(name) ? 'en' : 'id')

const phrasesIn = (language: Language): SkipPhrases => {
  const say = (key: keyof typeof blankTexts, values: Record<string, string> = {}) =>
    fill(blankTexts[key], language, values)
  return {
    is: (number, answers) => say('paper.is', { number, answers }),
    isNot: (number, answers) => say('paper.is-not', { number, answers }),
    includes: (number, answers) => say('paper.includes', { number, answers }),
    answered: (number) => say('paper.answered', { number }),
    empty: (number) => say('paper.empty', { number }),
    compared: (number, sign, value) => say('paper.compared', { number, sign, value }),
    or: say('paper.or'),
    and: say('paper.and'),
  }
}

const aboutIn = ({ purpose, standingText }: FormAbout, language: Language) => ({
  purpose: purpose ? `${purpose[language === 'id' ? 0 : 1]}.` : '',
  standing: standingText?.[language === 'id' ? 0 : 1] ?? '',
})

function Paper({ place, form }: { place: string; form: Printable }) {
  const { model, xform } = form
  const [size, setSize] = usePaperSize()
  const [name, setName] = useState(
    () => model.languages.find((each) => spoken(each) === screenLanguage()) ?? model.defaultLanguage,
  )
  const [columns, setColumns] = useState('6')
  const language = spoken(name)
  const parts = useMemo(() => paperOf(model, xform, name, phrasesIn(spoken(name))), [model, xform, name])
  const say: Say = (key, values = {}) => fill(blankTexts[key], language, values)
  const hasList = parts.some((part) => part.kind === 'repeat')
  return (
    <PrintBar
      size={size}
      onSize={setSize}
      choices={
        <>
          <p className="rb-hint">{t('blank.hint')}</p>
          <Cluster>
            {model.languages.length > 1 && (
              <SelectField
                name="language"
                label={t('blank.language')}
                value={name}
                onChange={setName}
                options={model.languages.map((value) => ({ value, label: value || '–' }))}
                narrow
              />
            )}
            {hasList && (
              <SelectField
                name="columns"
                label={t('blank.repeat-columns')}
                value={columns}
                onChange={setColumns}
                options={['4', '6', '8'].map((value) => ({ value, label: value }))}
                narrow
              />
            )}
          </Cluster>
        </>
      }
    >
      <BlankForm
        {...{
          parts,
          size,
          say,
          title: titleIn(form, language),
          version: form.version,
          columns: Number(columns),
        }}
        {...aboutIn(form.about, language)}
        village={usePlaceName(place).title}
        head={useLetterhead()}
      />
    </PrintBar>
  )
}

const titleIn = (form: Printable, language: Language) =>
  form.about.title?.[language === 'id' ? 0 : 1] ?? form.title
