// Time-based one-time passwords (RFC 6238: SHA-1, 6 digits, 30 seconds, as every authenticator app does).
import { Secret, TOTP } from 'otpauth'

const periodSeconds = 30

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: 'Rembug',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: Secret.fromBase32(secret),
  })
}

/** A new secret as base 32, and the address an authenticator app reads from a QR code. */
export function newSecondFactor(user: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 }).base32
  return { secret, uri: totpOf(secret, user).toString() }
}

/**
 * The time step whose code this is, or null. One step early or late is allowed for clocks that drift; a
 * step at or before `lastStep` was used already and is refused.
 */
export function stepOf(secret: string, code: string, lastStep: number, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const delta = totpOf(secret, '').validate({ token: code, window: 1, timestamp: now.getTime() })
  if (delta === null) return null
  const step = Math.floor(now.getTime() / 1000 / periodSeconds) + delta
  return step > lastStep ? step : null
}
