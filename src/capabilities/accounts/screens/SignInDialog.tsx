// The session at the server ended while the phone was open: sign in again, and go on sending.
import { useState } from 'react'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { keepHalf } from '../../../platform/browser/sync/session.ts'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Dialog } from '../../../platform/browser/ui/overlay/Dialog.tsx'
import { noteWho } from '../arrival.browser.ts'
import { g } from '../words.browser.ts'
import { SignInForm } from './SignInForm.tsx'

export default function SignInDialog({ onClose }: { onClose: () => void }) {
  const phone = usePhone()
  const { account } = phone.open
  const [other, setOther] = useState(false)
  return (
    <Dialog open onClose={onClose} title={g('accounts.again-title')} closeLabel={g('accounts.close')}>
      <p>{g('accounts.again-why')}</p>
      {other && <Notice tone="refused">{g('accounts.other-person', { name: account.name })}</Notice>}
      <SignInForm
        user={account.user}
        onSignedIn={async (who) => {
          if (who.account?.id !== account.id) return setOther(true)
          noteWho(who)
          await keepHalf(phone.open, who.half)
          onClose()
          void phone.sync()
        }}
      />
    </Dialog>
  )
}
