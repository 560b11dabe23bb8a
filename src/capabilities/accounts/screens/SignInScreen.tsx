// /masuk: signing in by address; a phone that is open locks, so that nobody works in another's copy.

import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { arrive } from '../arrival.browser.ts'
import { g } from '../words.browser.ts'
import { GateFrame } from './GateFrame.tsx'
import { SignInForm } from './SignInForm.tsx'

export default function SignInScreen() {
  return (
    <GateFrame title={g('accounts.sign-in')} subtitle={g('accounts.sign-in-intro')}>
      <Stack gap={5}>
        <SignInForm onSignedIn={arrive} />
        <div className="ac-center">
          <LinkButton href="/sandi" variant="link">
            {g('accounts.forgot-password')}
          </LinkButton>
        </div>
      </Stack>
    </GateFrame>
  )
}
