// One-time codes: made by the device that gives them away, read aloud or scanned by the one who gets them.
// Letters that are mistaken for others are left out (Crockford's base 32), and forgiven when typed.

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 16 characters, 80 bits: an invitation may travel as a link for days. */
export const invitationLength = 16
/** 12 characters, 60 bits: a reset code is read aloud and lives one day. */
export const resetLength = 12
/** 10 characters, 50 bits: one of the ten on the paper that stands in for a lost phone. */
export const recoveryLength = 10

export function newCode(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  return Array.from(bytes, (byte) => alphabet[byte % 32]).join('')
}

/** As it is shown: ABCD-EFGH-JKMN. */
export function showCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? ''
}

/** As it is compared: upper case, no dashes or blanks, O read as 0, I and L as 1. */
export function plainCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

/** SHA-256 of the plain code, as hex: all that leaves the device that made it. */
export async function codeDigest(typed: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(plainCode(typed)))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
