/** Whether a text that is written like a day ('2026-02-30') is one of the calendar; what is longer or shorter is none. */
export function isCalendarDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return text.length === 10 && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
