// What a name may be: an XML name without a colon, because it becomes an element of every submission.

/** Fault code for a name that XML or XLSForm refuses, or '' when it is good. */
export function nameFault(name: string, most: number): string {
  if (name.length > most) return 'name-too-long'
  if (/\s/.test(name)) return 'name-spaces'
  if (/^[\d.-]/.test(name)) return 'name-start'
  if (!/^[\p{L}_][\p{L}\p{N}_.\-\u00b7]*$/u.test(name)) return 'name-characters'
  // Every object of JavaScript has names of its own, and answers are kept by name.
  return /^xml/i.test(name) || name in Object.prototype ? 'name-reserved' : ''
}

/** A name near what was written that would be good: 'Nama Kepala KK' → nama_kepala_kk. */
export function mendedName(name: string): string {
  const clean = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40)
  if (clean === '') return 'q1'
  return /^[\d]|^xml/.test(clean) ? `q_${clean}` : clean
}
