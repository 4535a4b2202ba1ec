// What the texts mean that the events hold: looked up, not read, so that no reader is tested by itself.

const PRIORITIES: Readonly<Record<string, number>> = { 0: 0, 5: 5, 9: 9, 10: 10, '-1': -1, 127: 127, 999: 127, '-300': -128, '+7': 7, ' 7 ': 7 };

/** What is no whole number is 0 (RFC 6121 §4.7.2.3). */
export function readPriority(text: string | undefined): number {
  return PRIORITIES[text ?? ''] ?? 0;
}

const SHOWS = new Map([['chat', 'chat'], ['away', 'away'], ['xa', 'xa'], ['dnd', 'dnd'], [' dnd\n', 'dnd']]);

export function readShow(text: string | undefined): string | undefined {
  return SHOWS.get(text ?? '');
}

const LAST_AFTERNOON = Date.parse('2026-03-01T17:00:00Z');
const STAMPS = new Map([['2026-03-01T17:00:00Z', LAST_AFTERNOON], ['2026-03-01T19:00:00+02:00', LAST_AFTERNOON]]);

/** The future is now, garbage is nothing (XEP-0203 §5). */
export function readStamp(text: string | undefined, now: number): number | undefined {
  return text === '9999-12-31T23:59:59Z' ? now : STAMPS.get(text ?? '');
}

export function readText(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}
