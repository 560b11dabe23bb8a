// /undangan#code: what one is invited to, then a new account, or one more role for who is signed in.
import { useEffect, useState } from 'react'
import { nation } from '../../../kernel/place-code.ts'
import type { Role } from '../../../kernel/role.ts'
import { call } from '../../../platform/browser/api.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { arrive, askWho } from '../arrival.browser.ts'
import { plainCode } from '../code.ts'
import type { InvitationSeen, WhoAmI } from '../form.ts'
import { useSending } from '../use-sending.browser.ts'
import { g, roleName } from '../words.browser.ts'
import { GateFrame } from './GateFrame.tsx'
import { NewAccountForm } from './NewAccountForm.tsx'

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
  const [fresh, setFresh] = useState(false)
  useEffect(() => {
    askWho().then(
      (who) => setMe(who.account),
      () => undefined,
    )
  }, [])
  // The nation stands in no list of places.
  const where = seen.placeName ?? (seen.place === nation ? 'Indonesia' : seen.place)
  return (
    <GateFrame
      title={g('accounts.invited-as', { role: roleName(seen.role as Role) })}
      subtitle={g('accounts.invited-at', { place: where })}
    >
      <Stack gap={5}>
        {seen.madeBy && <p>{g('accounts.invited-by', { name: seen.madeBy })}</p>}
        {me && !fresh ? (
          <AsMe code={code} me={me} onNew={() => setFresh(true)} />
        ) : (
          <NewAccountForm
            suggestedName={seen.nameHint}
            action={g('accounts.make-account')}
            onSubmit={async (account) =>
              arrive(await call<WhoAmI>('POST', '/api/invitations/accept', { as: 'new', code, ...account }))
            }
          />
        )}
      </Stack>
    </GateFrame>
  )
}

function AsMe({ code, me, onNew }: { code: string; me: { name: string }; onNew: () => void }) {
  const sending = useSending()
  const accept = () =>
    sending.run(async () => {
      await call('POST', '/api/invitations/accept', { as: 'me', code })
      arrive(await askWho())
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
