// /undangan#code: what one is invited to, then a new account, or one more role for who is signed in.
import { lazy, Suspense, useEffect, useState } from 'react'
import { nation } from '../../../kernel/place-code.ts'
import type { Role } from '../../../kernel/role.ts'
import { call } from '../../../platform/browser/api.ts'
import type { Unlocked } from '../../../platform/browser/sync/session.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Loading } from '../../../platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { arrive, arriveAgain, askWho } from '../arrival.browser.ts'
import { plainCode } from '../code.ts'
import type { InvitationSeen, SignedIn, WhoAmI } from '../form.ts'
import { called } from '../role-names.browser.tsx'
import { useSending } from '../use-sending.browser.ts'
import { g } from '../words.browser.ts'
import { GateFrame } from './GateFrame.tsx'
import { NewAccountForm } from './NewAccountForm.tsx'

const Gate = lazy(() => import('./Gate.tsx'))

export default function InvitationScreen() {
  const [code, setCode] = useState(() => plainCode(location.hash.slice(1)))
  const [seen, setSeen] = useState<InvitationSeen | null>(null)
  const sending = useSending()
  const look = (typed: string) =>
    sending.run(async () =>
      setSeen(await call<InvitationSeen>('POST', '/api/invitations/look', { code: typed })),
    )
  useEffect(() => {
    if (code !== '') look(code)
  }, [])
  if (seen) return <Invited code={code} seen={seen} />
  return (
    <GateFrame
      title={g('accounts.invitation-title')}
      subtitle={g('accounts.no-account')}
      back={{ href: '/', label: g('accounts.sign-in') }}
    >
      <Form onSubmit={() => look(code)}>
        <ErrorSummary title={g('accounts.mend-first')} faults={sending.faults} attempt={sending.attempt} />
        <TextField
          name="code"
          label={g('accounts.invitation-code')}
          hint={g('accounts.invitation-code-hint')}
          value={code}
          onChange={setCode}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          error={sending.errorOf('code')}
        />
        <FormActions>
          <Button type="submit" variant="primary" loading={sending.busy} full>
            {g('accounts.go-on')}
          </Button>
        </FormActions>
      </Form>
    </GateFrame>
  )
}

function Invited({ code, seen }: { code: string; seen: InvitationSeen }) {
  const [me, setMe] = useState<WhoAmI['account']>(null)
  const [open, setOpen] = useState<Unlocked | null>(null)
  const [step, setStep] = useState<'me' | 'locked' | 'pin' | 'new'>('me')
  useEffect(() => {
    askWho().then(
      (who) => {
        setMe(who.account)
        if (who.locked) setStep('locked')
      },
      () => undefined,
    )
  }, [])
  if (step === 'pin')
    return (
      <Suspense fallback={<Loading label={g('accounts.loading')} />}>
        <Gate
          onUnlocked={(own) => {
            setOpen(own)
            setMe(own.account)
            setStep('me')
          }}
        />
      </Suspense>
    )
  // The nation stands in no list of places.
  const where = seen.placeName ?? (seen.place === nation ? 'Indonesia' : seen.place)
  return (
    <GateFrame
      title={g('accounts.invited-as', { role: called(seen.role as Role, seen.titles) })}
      subtitle={g('accounts.invited-at', { place: where })}
    >
      <Stack gap={5}>
        {seen.madeBy && <p>{g('accounts.invited-by', { name: seen.madeBy })}</p>}
        {step === 'locked' ? (
          <Locked onOpen={() => setStep('pin')} onNew={() => setStep('new')} />
        ) : me && step === 'me' ? (
          <AsMe code={code} me={me} open={open} onNew={() => setStep('new')} />
        ) : (
          <NewAccountForm
            suggestedName={seen.nameHint}
            action={g('accounts.make-account')}
            onSubmit={async (account) =>
              arrive(await call<SignedIn>('POST', '/api/invitations/accept', { as: 'new', code, ...account }))
            }
          />
        )}
      </Stack>
    </GateFrame>
  )
}

/** Somebody is signed in here, and the app is locked: who it is, it says once it is open. */
function Locked({ onOpen, onNew }: { onOpen: () => void; onNew: () => void }) {
  return (
    <Stack>
      <Notice tone="info">{g('accounts.accept-locked')}</Notice>
      <Button variant="primary" icon="lock" onClick={onOpen} full>
        {g('accounts.accept-open')}
      </Button>
      <Button icon="person" onClick={onNew} full>
        {g('accounts.accept-as-new')}
      </Button>
    </Stack>
  )
}

type AsMeProps = {
  code: string
  me: NonNullable<WhoAmI['account']>
  /** The copy that was opened for it, where the app was locked. */
  open: Unlocked | null
  onNew: () => void
}

function AsMe({ code, me, open, onNew }: AsMeProps) {
  const sending = useSending()
  const accept = () =>
    sending.run(async () => {
      await call('POST', '/api/invitations/accept', { as: 'me', code })
      arriveAgain(open ?? (await askWho()).account)
    })
  return (
    <Stack>
      <ErrorSummary title={g('accounts.mend-first')} faults={sending.faults} attempt={sending.attempt} />
      <Notice tone="info">{g('accounts.accept-signed-in', { name: me.name })}</Notice>
      <Button variant="primary" icon="check" loading={sending.busy} onClick={accept} full>
        {g('accounts.accept-as', { name: me.name })}
      </Button>
      <Button icon="person" onClick={onNew} full>
        {g('accounts.accept-as-new')}
      </Button>
    </Stack>
  )
}
