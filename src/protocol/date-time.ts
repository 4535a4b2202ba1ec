const XEP_0082 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * Reads a time stamp (XEP-0082). One that is malformed or lacks a zone is no time at all; one in the future is
 * taken as now, because clocks differ (XEP-0203 §5: stamps are not to be relied on).
 */
export function readDateTime(text: string | undefined, now: number): Date | undefined {
  if (text === undefined || !XEP_0082.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(Math.min(time, now));
}
