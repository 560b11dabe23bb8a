// One form that makes a command: its draft, its faults, its refusals, its saving, and going on. See CommandForm.tsx.
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type * as z from 'zod/mini'
import type { Command } from '../../../kernel/command.ts'
import { wordsAt } from '../../../kernel/paper.ts'
import { rolesAt } from '../../../kernel/place-code.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { type Audience, actingBy } from '../../../kernel/role.ts'
import type { Texts } from '../../../kernel/text.ts'
import { usePhone } from '../hooks.tsx'
import { say } from '../language.ts'
import type { FromDraft } from '../sync/outbox.ts'
import type { Phone } from '../sync/phone.ts'
import { useAnnounce } from '../ui/feedback/Announcer.tsx'
import type { FieldFault } from '../ui/form/ErrorSummary.tsx'
import { inputFaults, isBlank, withoutEchoes } from './faults.ts'
import { formTexts } from './form-texts.ts'
import { type DraftKey, useDraft } from './use-draft.ts'

type Give<Draft, Input> = (
  phone: Phone,
  input: Input,
  options: { draft: FromDraft },
  draft: Draft,
) => Promise<unknown>

type Common<Draft, Input> = DraftKey & {
  /** What stands in the fields before anybody typed; read once. */
  start: () => Draft
  /** Every reason at once; `faults` are those of the input's shape, for rules that need a whole one. */
  rules?: (input: NoInfer<Input>, draft: Draft, faults: readonly Refusal[]) => readonly Refusal[]
  /** The field of the form that a path of the input is filled in by; the path itself where nothing is said. */
  fieldOf?: (path: string) => string
  /** Catalogues with the sentences of the refusals. */
  says: readonly Texts[]
  /** Nothing differs: no command goes, and the form is left as if it was saved. */
  idle?: (input: NoInfer<Input>) => boolean
  /** Said aloud when it is saved. */
  saved?: string | ((input: NoInfer<Input>) => string)
  /** Where to go on, in place of the form. */
  to?: string | ((input: NoInfer<Input>) => string)
  /** What else happens once it is saved. */
  done?: () => void
  /** It stays where it is, empty for the next. */
  anew?: boolean
  /** One of several alike on a page: what tells the ids of its fields from theirs, so that a label is that of its own field. */
  among?: string
}

/** A form of one command, whose input has a shape to be checked. */
type OfCommand<Draft, Input> = Common<Draft, Input> & {
  command: Command<Input>
  /** What the draft comes to as the command's input. */
  input: (draft: Draft) => NoInfer<Input>
  give?: Give<Draft, NoInfer<Input>>
}

/** A form of one command or another, or of several: what takes `options` takes the draft away with it. */
type OfMore<Draft, Input> = Common<Draft, Input> & {
  command?: undefined
  /** The shape of the input, where what is given is made of it and not it: it is checked like that of a command. */
  shape?: z.ZodMiniType<Input>
  input: (draft: Draft) => Input
  give: Give<Draft, NoInfer<Input>>
}

type OfAny<Draft, Input> = Common<Draft, Input> & {
  command?: Command<Input> | undefined
  shape?: z.ZodMiniType<Input> | undefined
  input: (draft: Draft) => Input
  give?: Give<Draft, Input> | undefined
}

/** What one button does besides: another command in the same go, another place to go on. */
type Besides = { also?: (phone: Phone) => Promise<unknown>; to?: string }

/** A choice gives any text; that it is one of the options is the form's affair. */
type Told<Value> = Value extends string ? string : Value
export type Trouble = { of: 'save' | 'draft'; error: unknown } | null

/** "changes.title" is the field `title` of a form that changes a record. */
export const ofChanges = (path: string): string => path.replace(/^changes\./, '')

/** The fields that were drawn, by what the input calls them: what sentences call them, and where in the draft they stand. */
type Drawn = Map<string, { label: string; name: string }>

const idAmong = (field: string, among: string): string => `${field}-of-${among}`

/** The props of a field of the draft; `at` where the input calls it otherwise. Its label is what sentences call it by. */
function fieldsOf<Draft extends object>(
  draft: Draft,
  set: (change: Partial<Draft>) => void,
  errorOf: (field: string) => string | undefined,
  drawn: Drawn,
  among?: string,
) {
  return <K extends keyof Draft & string>(name: K, label: string, at: string = name) => {
    drawn.set(at, { label, name })
    return {
      name: at,
      ...(among !== undefined && { id: idAmong(at, among) }),
      label,
      value: draft[name],
      onChange: (value: Told<Draft[K]>) => set({ [name]: value } as unknown as Partial<Draft>),
      error: errorOf(at),
    }
  }
}

export function useCommandForm<Draft extends object, Input>(
  options: OfCommand<Draft, Input>,
): CommandFormOf<Draft, Input>
export function useCommandForm<Draft extends object, Input>(
  options: OfMore<Draft, Input>,
): CommandFormOf<Draft, Input>
export function useCommandForm<Draft extends object, Input>(options: OfAny<Draft, Input>) {
  return useForm(options)
}

type CommandFormOf<Draft extends object, Input> = ReturnType<typeof useForm<Draft, Input>>

const mayGive = ({ roles }: Pick<Command, 'roles'>, held: readonly Audience[]): boolean =>
  roles.some((role) => role === 'public' || role === 'account' || held.includes(role))

/** The reasons against a draft, as they are now, and how each is said. */
function useReasons<Draft extends object, Input>(
  {
    place,
    input: inputOf,
    command,
    shape = command?.input,
    rules,
    fieldOf = (path) => path,
    says,
    among,
  }: OfAny<Draft, Input>,
  draft: Draft,
  drawn: Drawn,
) {
  const [attempt, setAttempt] = useState(0)
  const input = inputOf(draft)
  const blank = (field: string): boolean => {
    const { name } = drawn.get(field) ?? {}
    return name !== undefined && isBlank(draft[name as keyof Draft])
  }
  const faults = shape ? inputFaults(shape, input, fieldOf, blank) : []
  const { holdings } = usePhone().open.account
  const ruled = (rules?.(input, draft, faults) ?? []).map((each) =>
    each.field ? { ...each, field: fieldOf(each.field) } : each,
  )
  const refusals = withoutEchoes(ruled, faults)
  const shown = attempt > 0 ? refusals : []
  const sentence = (refusal: Refusal): string => {
    const label = drawn.get(refusal.field ?? '')?.label ?? say({ code: 'form.this-field' }, formTexts)
    return say({ ...refusal, facts: { field: label, ...refusal.facts } }, ...says, formTexts)
  }
  const errorOf = (field: string): string | undefined => {
    const found = shown.find((each) => each.field === field)
    return found && sentence(found)
  }
  /** Counts an attempt; true when nothing stands in its way. */
  const check = (): boolean => {
    setAttempt((before) => before + 1)
    return refusals.length === 0
  }
  const idOf = (field: string | undefined) => (field && among !== undefined ? idAmong(field, among) : field)
  const told: FieldFault[] = shown.map((each) => ({ field: idOf(each.field), message: sentence(each) }))
  const forget = () => setAttempt(0)
  /** No role held here may give it: what is typed would only be refused. */
  const notTheirs = command !== undefined && !mayGive(command, rolesAt(holdings, place))
  /** It does not count yet, or its word does not, as far as the phone knows: somebody may have confirmed the role meanwhile. */
  const counting =
    command?.confirmed?.(input) === true ? wordsAt(holdings, place).roles : rolesAt(actingBy(holdings), place)
  const unconfirmed = command !== undefined && !notTheirs && !mayGive(command, counting)
  return {
    ...{ input, refusals, shown, faults: told, attempt, sentence },
    errorOf,
    check,
    forget,
    unconfirmed,
    notTheirs,
  }
}

/** Gives what stands in the form, once however often it is tapped, and goes on; or tells why it could not. */
function useSaving<Draft extends object, Input>(
  options: OfAny<Draft, Input>,
  { id, keeper, value: draft, trouble: notKept }: ReturnType<typeof useDraft<Draft>>,
  { input, check, forget }: ReturnType<typeof useReasons<Draft, Input>>,
) {
  const phone = usePhone()
  const announce = useAnnounce()
  const [, go] = useLocation()
  const [saving, setSaving] = useState(false)
  const [notSaved, setNotSaved] = useState<unknown>(null)
  const busy = useRef(false)
  const idle = options.idle?.(input) ?? false

  const give = async (also: Besides['also']): Promise<void> => {
    const taken = { draft: { id, files: [] } }
    if (!idle && options.give) await options.give(phone, input, taken, draft)
    else if (!idle && options.command) await phone.give(options.command, options.place, input, taken)
    await also?.(phone)
  }
  const goOn = (to: string | undefined) => {
    const of = (text: Common<Draft, Input>['to']) => (typeof text === 'function' ? text(input) : text)
    const said = !idle && of(options.saved)
    if (said) announce(said)
    options.done?.()
    const next = to ?? of(options.to)
    if (next) go(next, { replace: true })
  }
  const giveAndGoOn = async ({ also, to }: Besides) => {
    await keeper.hold()
    const failed = await give(also).then(
      () => null,
      (error: unknown) => error ?? new Error('unknown'),
    )
    keeper.release(failed === null)
    setNotSaved(failed)
    if (failed !== null) return console.error(failed)
    if (idle || options.anew) keeper.throwAway()
    forget()
    goOn(to)
  }
  const save = async (besides: Besides = {}): Promise<void> => {
    if (busy.current || !check()) return
    busy.current = true
    setSaving(true)
    await giveAndGoOn(besides)
    busy.current = false
    setSaving(false)
  }
  return { save, saving, trouble: troubleOf(notSaved, notKept) }
}

function useForm<Draft extends object, Input>(options: OfAny<Draft, Input>) {
  const kept = useDraft(options, options.start)
  const { keeper, value: draft, ready, foundAt } = kept
  const drawn = useRef<Drawn>(new Map())
  const reasons = useReasons(options, draft, drawn.current)
  const saving = useSaving(options, kept, reasons)
  const set = (change: Partial<Draft>) => keeper.type({ ...keeper.now().value, ...change })
  return {
    ...reasons,
    ...saving,
    ...{ place: options.place, draft, ready, foundAt, set },
    put: (next: Draft) => keeper.type(next),
    throwAway: () => keeper.throwAway(),
    field: fieldsOf(draft, set, reasons.errorOf, drawn.current, options.among),
  }
}

function troubleOf(notSaved: unknown, notKept: unknown): Trouble {
  if (notSaved) return { of: 'save', error: notSaved }
  return notKept ? { of: 'draft', error: notKept } : null
}

/** What the fields of a form need of it; for parts that two forms share. */
export type FieldsOf<Draft extends object> = Pick<
  CommandFormOf<Draft, unknown>,
  'draft' | 'set' | 'field' | 'errorOf'
>

/** What the frame of a form needs to know of it, whatever it is about. */
export type AnyForm = Pick<
  CommandFormOf<object, unknown>,
  | ('place' | 'faults' | 'attempt' | 'sentence' | 'errorOf' | 'save' | 'saving' | 'trouble')
  | ('ready' | 'foundAt' | 'throwAway' | 'unconfirmed' | 'notTheirs')
>
